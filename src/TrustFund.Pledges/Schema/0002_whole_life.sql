-- The whole life of a pledge: other currencies, withdrawals, calls, reversals, refunds, interest, donors whose kind changes.

alter table funds
    add column rounding                     text    not null default 'half-up' check (rounding in ('half-up', 'half-even')),
    add column interest_adds_to_availability boolean not null default false;

-- Pledges in other currencies are booked at the rates of their entries: in the fund's currency, receipts may exceed what was certified.
alter table fund_totals
    add column in_kind_delivered   numeric not null default 0 check (in_kind_delivered >= 0),
    add column exchange_difference numeric not null default 0,
    add column refunding           numeric not null default 0 check (refunding >= 0),
    add column interest            numeric not null default 0,
    add column interest_available  numeric not null default 0,
    drop constraint fund_totals_earmarked_check,
    drop constraint fund_totals_check1,
    drop constraint fund_totals_check2,
    -- The bank may have paid a refund back before it was known that its money was gone.
    drop constraint fund_totals_allocated_check,
    drop constraint fund_totals_check3;

alter table windows
    add column exchange_difference numeric not null default 0,
    drop constraint windows_earmarked_check;

alter table donors
    add column kind_changes jsonb not null default '[]';

-- A pledge in another currency is held to the rules in that currency, which its JSON keeps; a refund may hold what waits.
alter table pledges
    add column exchange_difference numeric not null default 0,
    add column gaps                jsonb   not null default '[]',
    add column "foreign"           jsonb,
    add column refund              jsonb,
    add column confirmed_on        date,
    add column withdrawn_on        date,
    add column withdrawal_reason   text,
    drop constraint pledges_allocated_check,
    drop constraint pledges_check1,
    drop constraint pledges_check2,
    drop constraint pledges_check3,
    add constraint allocated_within_certified check ("foreign" is not null or allocated + reserved <= certified),
    add constraint waiting_only_without_room check (
        "foreign" is not null or refund is not null or received <= allocated or allocated + reserved = certified),
    add constraint withdrawn_with_reason check ((withdrawn_on is null) = (withdrawal_reason is null));
update pledges p
set earmarks = (
    select jsonb_agg(e || '{"allocated": 0, "difference": 0}' order by place)
    from jsonb_array_elements(p.earmarks) with ordinality as listed (e, place))
where p.earmarks <> '[]';

-- Which pledge a reference stands for. History did not ask that a fund's references differ.
create table pledge_references (
    id        text    primary key,
    version   bigint  not null,
    pledge_id text    not null,
    ambiguous boolean not null
);
insert into pledge_references (id, version, pledge_id, ambiguous)
select fund || '/' || upper(btrim(reference)), count(*), min(id), count(*) > 1
from pledges
where btrim(reference) <> ''
group by fund, upper(btrim(reference));

alter table certificates
    add column booked jsonb,
    add column rate   jsonb;
update certificates c
set earmarks = coalesce((
        select jsonb_agg(e || '{"reserved": 0}' order by place)
        from jsonb_array_elements(c.earmarks) with ordinality as listed (e, place)), '[]'),
    instalments = (
        select jsonb_agg(i || '{"reserved": 0, "called": 0, "called_on": null}' order by place)
        from jsonb_array_elements(c.instalments) with ordinality as listed (i, place));

alter table receipts
    add column original        jsonb,
    add column rate            jsonb,
    add column reversed_on     date,
    add column reversal_reason text,
    add column reversal_reference text,
    add constraint reversed_with_reason check ((reversed_on is null) = (reversal_reason is null)),
    -- A wrong entry that was reversed makes room for the right one of the same reference, in one commit and in any order.
    drop constraint receipts_check,
    add constraint one_entry_of_the_bank check (
        id = fund || '/' || upper(bank_reference) or (id = receipt_id and reversed_on is not null and reversal_reference is null)),
    drop constraint receipts_receipt_id_key,
    add constraint receipts_receipt_id_key unique (receipt_id) deferrable initially deferred;

-- What is left of a withdrawn pledge in another currency may be worth less than the smallest amount of the fund's.
alter table reductions
    add column original       jsonb,
    add column certificate_id text,
    add column due_on         date,
    drop constraint reductions_amount_check,
    add constraint amount_of_something check (amount > 0 or (amount = 0 and original is not null)),
    add constraint instalment_named_whole check ((certificate_id is null) = (due_on is null));

alter table in_kind_pledges
    add column delivered numeric not null default 0 check (delivered >= 0),
    drop constraint in_kind_pledges_quantity_check,
    add constraint quantity_not_below_delivered check (quantity >= delivered);

-- The id is the two currencies and the month: they have one rate a month.
create table fx_rates (
    id      text    primary key,
    version bigint  not null,
    base    text    not null check (base ~ '^[A-Z]{3}$'),
    quote   text    not null check (quote ~ '^[A-Z]{3}$'),
    rate    numeric not null check (rate > 0),
    date    date    not null,
    source  text    not null,
    check (base <> quote),
    check (id = base || '-' || quote || '/' || to_char(date, 'YYYY-MM'))
);
create index fx_rates_of_currencies on fx_rates (base, quote, date);

-- The id is the fund's code and the bank's reference in upper case: one entry of the bank is booked once in a fund. A wrong one that was
-- reversed makes room for the right one: its id becomes the interest's own.
create table interest_entries (
    id                   text    primary key,
    version              bigint  not null,
    interest_id          text    not null unique deferrable initially deferred,
    fund                 text    not null,
    currency             text    not null,
    amount               numeric not null check (amount <> 0),
    adds_to_availability boolean not null,
    value_on             date    not null,
    bank_reference       text    not null,
    note                 text,
    reversed_on          date,
    reversal_reason      text,
    check (id = fund || '/' || upper(bank_reference) or (id = interest_id and reversed_on is not null)),
    check ((reversed_on is null) = (reversal_reason is null))
);
create index interest_entries_of_fund on interest_entries (fund, interest_id);

create table refunds (
    id                 text    primary key,
    version            bigint  not null,
    fund               text    not null,
    pledge_id          text    not null,
    currency           text    not null,
    amount             numeric not null check (amount > 0),
    from_unallocated   numeric not null check (from_unallocated >= 0),
    from_allocated     numeric not null check (from_allocated >= 0),
    "window"           text,
    requested_on       date    not null,
    reason             text    not null,
    requested_by       text    not null,
    state              text    not null check (state in ('awaiting-release', 'awaiting-payment', 'completed', 'rejected')),
    original           jsonb,
    paid_on            date,
    bank_reference     text,
    decided_on         date,
    rejection_reason   text,
    largest_releasable numeric,
    check (from_unallocated + from_allocated = amount),
    check ((state in ('completed', 'rejected')) = (decided_on is not null)),
    check ((state = 'completed') = (paid_on is not null and bank_reference is not null)),
    check ((state = 'rejected') = (rejection_reason is not null and largest_releasable is not null))
);
create index refunds_of_fund on refunds (fund, id);
create index refunds_of_pledge on refunds (pledge_id, id);

-- What Disbursements says of a refund, in whatever order it comes.
create table refund_cash (
    id       text    primary key,
    version  bigint  not null,
    fund     text    not null,
    currency text    not null,
    amount   numeric not null
);

grant select, insert, update on
    pledge_references, fx_rates, interest_entries, refunds, refund_cash
    to $app$;
