-- Corrections: a call of an instalment that is taken back, and a refund that was paid and is reversed.

-- What was paid stays in the row of a refund that is reversed; those of before all stand.
alter table refunds
    add column reversed_on     date,
    add column reversal_reason text,
    drop constraint refunds_state_check,
    add constraint refunds_state_check check (state in ('awaiting-release', 'awaiting-payment', 'completed', 'rejected', 'reversed')),
    drop constraint refunds_check1,
    add constraint decided_on_a_day check ((state in ('completed', 'rejected', 'reversed')) = (decided_on is not null)),
    drop constraint refunds_check2,
    add constraint paid_under_a_reference check ((state in ('completed', 'reversed')) = (paid_on is not null and bank_reference is not null)),
    add constraint reversed_for_a_reason check (
        (state = 'reversed') = (reversed_on is not null) and (reversed_on is null) = (reversal_reason is null));
