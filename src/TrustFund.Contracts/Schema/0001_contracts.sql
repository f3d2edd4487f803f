-- The rows that the journal keeps for this service. Its rules decide before anything is written; what a single row can tell of
-- the invariants is repeated here, so that no fault of the code can break it. Amounts are in the row's currency.

-- A fund's pool: unearmarked certificates, what management costs may take of them, and what the Board allocated to windows.
create table funds (
    id                          text    primary key,
    version                     bigint  not null,
    name                        text    not null,
    currency                    text    not null check (currency ~ '^[A-Z]{3}$'),
    minor_units                 integer not null check (minor_units between 0 and 4),
    management_cost_cap_percent numeric not null check (management_cost_cap_percent between 0 and 100),
    contracting_deadline        date,
    established_on              date    not null,
    windows_opened              integer not null check (windows_opened >= 0),
    pool                        numeric not null check (pool >= 0),
    allocated                   numeric not null check (allocated >= 0),
    cross_window_approved       numeric not null check (cross_window_approved >= 0),
    cross_window_contracted     numeric not null check (cross_window_contracted >= 0),
    certificate_traces          jsonb   not null,
    constraint allocated_within_pool
        check (allocated <= pool - round(pool * management_cost_cap_percent * 0.01, minor_units)),
    constraint cross_window_contracts_within_approved check (cross_window_contracted <= cross_window_approved)
);

-- A window: id is the fund's code, a slash and the window's. What it may approve is what is earmarked and allocated to it.
create table windows (
    id                    text    primary key,
    version               bigint  not null,
    fund                  text    not null,
    code                  text    not null,
    name                  text    not null,
    currency              text    not null check (currency ~ '^[A-Z]{3}$'),
    position              integer not null check (position >= 0),
    earmarked             numeric not null check (earmarked >= 0),
    allocated             numeric not null check (allocated >= 0),
    approved              numeric not null check (approved >= 0),
    cross_window_approved numeric not null check (cross_window_approved between 0 and approved),
    contracted            numeric not null check (contracted >= 0),
    certificate_traces    jsonb   not null,
    allocation_traces     jsonb   not null,
    constraint approved_within_resources check (approved <= earmarked + allocated),
    constraint contracts_within_approved check (contracted <= approved - cross_window_approved)
);

create index windows_by_fund on windows (fund, position);

create table allocations (
    id             text    primary key,
    version        bigint  not null,
    fund           text    not null,
    window_code    text    not null,
    currency       text    not null check (currency ~ '^[A-Z]{3}$'),
    amount         numeric not null check (amount > 0),
    allocated_on   date    not null,
    board_decision text    not null
);

create index allocations_by_fund on allocations (fund, id);

-- An implementing partner: id is its code.
create table partners (
    id      text   primary key,
    version bigint not null,
    name    text   not null,
    country text   check (country ~ '^[A-Z]{2}$')
);

-- An action: its split, [{"window": "SLC", "amount": 100.00}], adds up to what is approved.
create table actions (
    id           text    primary key,
    version      bigint  not null,
    fund         text    not null,
    title        text    not null,
    reference    text,
    currency     text    not null check (currency ~ '^[A-Z]{3}$'),
    window_code  text,
    split        jsonb   not null,
    original     numeric not null check (original > 0),
    approved     numeric not null check (approved between 0 and original),
    contracted   numeric not null check (contracted >= 0),
    decommitted  numeric not null check (decommitted >= 0),
    approved_on  date    not null,
    note         text,
    trace_parent text,
    constraint one_window_or_several check ((window_code is null) = (jsonb_array_length(split) > 1)),
    constraint contracts_within_approved check (contracted <= approved)
);

create index actions_by_fund on actions (fund, id);

create table contracts (
    id           text    primary key,
    version      bigint  not null,
    fund         text    not null,
    action_id    text    not null,
    partner      text    not null,
    window_code  text,
    title        text    not null,
    reference    text,
    currency     text    not null check (currency ~ '^[A-Z]{3}$'),
    original     numeric not null check (original > 0),
    contracted   numeric not null check (contracted >= 0),
    decommitted  numeric not null check (decommitted >= 0),
    pending      numeric not null check (pending >= 0),
    signed_on    date    not null,
    trace_parent text,
    constraint decommitments_are_of_the_original check (contracted + decommitted = original),
    constraint pending_within_contracted check (pending <= contracted)
);

create index contracts_by_fund on contracts (fund, id);
create index contracts_by_action on contracts (action_id, id);
create index contracts_by_partner on contracts (partner, id);

create table decommitments (
    id                 text    primary key,
    version            bigint  not null,
    fund               text    not null,
    contract_id        text    not null,
    currency           text    not null check (currency ~ '^[A-Z]{3}$'),
    amount             numeric not null check (amount > 0),
    requested_on       date    not null,
    reason             text    not null,
    state              text    not null check (state in ('pending', 'completed', 'rejected')),
    destination        text    check (destination in ('action', 'fund')),
    rejection          text,
    largest_releasable numeric,
    constraint completed_says_where check ((state = 'completed') = (destination is not null)),
    constraint rejected_says_why check ((state = 'rejected') = (rejection is not null) and (state = 'rejected') = (largest_releasable is not null))
);

create index decommitments_by_fund on decommitments (fund, id);
create index decommitments_by_contract on decommitments (contract_id, id);

-- What is paid is a fact of the bank's, told by Disbursements: it books whatever it is, so nothing is checked here.
-- Per contract: id is the contract's.
create table contract_payments (
    id       text    primary key,
    version  bigint  not null,
    fund     text    not null,
    currency text    not null check (currency ~ '^[A-Z]{3}$'),
    paid     numeric not null
);

-- Per window, and per fund for cross-window actions: id is the fund's code, a slash, and the window's code or an asterisk.
create table window_payments (
    id          text    primary key,
    version     bigint  not null,
    fund        text    not null,
    window_code text,
    currency    text    not null check (currency ~ '^[A-Z]{3}$'),
    paid        numeric not null
);

create index window_payments_by_fund on window_payments (fund);

-- A fund's own reference of an action or contract: id is the fund's code, the kind and the reference in upper case.
create table taken_references (
    id       text   primary key,
    version  bigint not null,
    fund     text   not null,
    taken_by text   not null
);
