-- A refund may be taken back, once and wholly: booked by mistake, or returned by the bank under a reference of its own. Those of before all stand.
alter table refunds add column reversed_by text;
alter table refunds add column reversed_at timestamptz;
alter table refunds add column reversed_on date;
alter table refunds add column reversed_because text;
alter table refunds add column return_reference text;

alter table refunds drop constraint refunds_status_check;
alter table refunds add constraint refunds_status_check
    check (status in ('asked', 'granted', 'refused', 'executed', 'reversed'));
alter table refunds drop constraint refund_executed_says_how;
alter table refunds add constraint refund_executed_says_how
    check ((status in ('executed', 'reversed')) = (executed_by is not null) and (executed_by is null) = (paid_on is null));
alter table refunds add constraint refund_reversed_says_why check (
    (status = 'reversed') = (reversed_by is not null) and (reversed_by is null) = (reversed_at is null)
    and (reversed_by is null) = (reversed_on is null) and (reversed_by is null) = (reversed_because is null)
    and (status = 'reversed' or return_reference is null));
-- Four eyes for a correction; what the bank returned is a fact, whoever books it.
alter table refunds add constraint refund_reverser_is_not_executor check (return_reference is not null or reversed_by <> executed_by);
