-- An allocation to management costs can be reversed: it is asked of Disbursements, which knows what was spent of it.
alter table management_cost_allocations
    add column state              text not null default 'standing' check (state in ('standing', 'reversal-pending', 'reversal-rejected', 'reversed')),
    add column reversed_on        date,
    add column reason             text,
    add column rejection          text,
    add column largest_releasable numeric;

alter table management_cost_allocations
    add constraint a_reversal_has_a_date_and_a_reason check ((state = 'standing') = (reversed_on is null) and (state = 'standing') = (reason is null)),
    add constraint a_rejection_says_why check ((state = 'reversal-rejected') = (rejection is not null) and (rejection is null) = (largest_releasable is null));
