-- An allocation of the Board may be taken back, once and wholly: when, by whom and why. Those of before all stand.
alter table allocations
    add column reversed_on     date,
    add column reversed_by     text,
    add column reversal_reason text,
    add constraint reversed_by_somebody_for_a_reason
        check ((reversed_on is null) = (reversed_by is null) and (reversed_on is null) = (reversal_reason is null));
