-- What Pledges knows, folded from its journal. Amounts are in the currency of the row. The journal decides before it writes;
-- the checks repeat the rules that a single row can tell, so that no other way in could break them.

create table funds (
    id                          text    primary key check (id ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    version                     bigint  not null,
    name                        text    not null,
    currency                    text    not null check (currency ~ '^[A-Z]{3}$'),
    management_cost_cap_percent numeric not null check (management_cost_cap_percent between 0 and 100),
    contracting_deadline        date,
    established_on              date    not null,
    in_kind                     jsonb,
    check (contracting_deadline >= established_on)
);

-- The sums of a fund's pledges, apart from the fund's own data because every receipt writes them.
create table fund_totals (
    id              text    primary key,
    version         bigint  not null,
    currency        text    not null,
    pledged         numeric not null,
    certified       numeric not null,
    earmarked       numeric not null check (earmarked >= 0),
    received        numeric not null,
    allocated       numeric not null check (allocated >= 0),
    reserved        numeric not null check (reserved >= 0),
    in_kind_pledged numeric not null check (in_kind_pledged >= 0),
    check (certified <= pledged),
    check (earmarked <= certified),
    check (allocated + reserved <= certified),
    check (allocated <= received)
);

create table windows (
    id        text    primary key,
    version   bigint  not null,
    fund      text    not null,
    code      text    not null check (code <> 'CROSS-WINDOW'),
    name      text    not null,
    currency  text    not null,
    earmarked numeric not null check (earmarked >= 0),
    check (id = fund || '/' || code)
);
create index windows_of_fund on windows (fund, code);

create table donors (
    id      text   primary key check (id ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    version bigint not null,
    name    text   not null,
    kind    text   not null check (kind in ('eu-institution', 'member-state', 'third-donor', 'other')),
    country text   check (country ~ '^[A-Z]{2}$')
);

create table pledges (
    id               text    primary key,
    version          bigint  not null,
    fund             text    not null,
    donor            text    not null,
    currency         text    not null,
    pledged          numeric not null,
    certified        numeric not null,
    received         numeric not null,
    allocated        numeric not null check (allocated >= 0),
    reserved         numeric not null check (reserved >= 0),
    earmarks         jsonb   not null,
    certificates     jsonb   not null,
    announced_on     date    not null,
    last_received_on date,
    note             text,
    reference        text,
    trace_parent     text,
    check (certified <= pledged),
    check (allocated + reserved <= certified),
    check (allocated <= received),
    -- Money waits unallocated only when everything certified is allocated or asked back.
    check (received = allocated or allocated + reserved = certified)
);
create index pledges_of_fund on pledges (fund, id);
create index pledges_of_donor on pledges (fund, donor, id);

create table certificates (
    id           text    primary key,
    version      bigint  not null,
    fund         text    not null,
    pledge_id    text    not null,
    currency     text    not null,
    amount       numeric not null check (amount > 0),
    cancelled    numeric not null,
    earmarks     jsonb   not null,
    instalments  jsonb   not null,
    certified_on date    not null,
    reference    text,
    check (cancelled between 0 and amount)
);
create index certificates_of_pledge on certificates (pledge_id);

-- The id is the fund's code and the bank's reference in upper case: one entry of the bank is booked once in a fund.
create table receipts (
    id              text    primary key,
    version         bigint  not null,
    receipt_id      text    not null unique,
    fund            text    not null,
    pledge_id       text    not null,
    amount          numeric not null check (amount > 0),
    received_before numeric not null check (received_before >= 0),
    received_on     date    not null,
    bank_reference  text    not null,
    sequence        bigint  not null,
    check (id = fund || '/' || upper(bank_reference))
);
create index receipts_of_pledge on receipts (pledge_id, sequence);

create table reductions (
    id                 text    primary key,
    version            bigint  not null,
    fund               text    not null,
    pledge_id          text    not null,
    currency           text    not null,
    amount             numeric not null check (amount > 0),
    taken_from         text    not null check (taken_from in ('uncertified', 'certified')),
    "window"           text,
    requested_on       date    not null,
    reason             text    not null,
    state              text    not null check (state in ('pending', 'completed', 'rejected')),
    decided_on         date,
    rejection_reason   text,
    largest_releasable numeric,
    check ((state = 'pending') = (decided_on is null)),
    check ((state = 'rejected') = (rejection_reason is not null and largest_releasable is not null)),
    check (taken_from = 'certified' or (state = 'completed' and "window" is null))
);
create index reductions_of_fund on reductions (fund, id);
create index reductions_of_pledge on reductions (pledge_id, id);

create table in_kind_pledges (
    id           text    primary key,
    version      bigint  not null,
    fund         text    not null,
    donor        text    not null,
    quantity     numeric not null check (quantity > 0),
    unit         text    not null,
    announced_on date    not null,
    note         text
);
create index in_kind_pledges_of_fund on in_kind_pledges (fund, id);

grant select, insert, update on
    funds, fund_totals, windows, donors, pledges, certificates, receipts, reductions, in_kind_pledges
    to $app$;
