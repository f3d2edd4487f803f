-- The whole life of fund money: riders, transfers, management costs, amendments, states, deadlines and results.
-- Facts always book: an exchange difference, interest below zero and imported history may leave a fund, a window or an action with less
-- than is promised on it. What they can break is checked where people decide, and no longer here.

alter table funds
    drop constraint funds_pool_check,
    drop constraint allocated_within_pool,
    drop constraint cross_window_contracts_within_approved;

alter table funds
    add column implementation_deadline date,
    add column management_costs        numeric not null default 0 check (management_costs >= 0),
    add column contracted              numeric not null default 0 check (contracted >= 0),
    add column last_signed_on          date;

alter table windows
    drop constraint windows_earmarked_check,
    drop constraint approved_within_resources,
    drop constraint contracts_within_approved;

-- A decision of the Board to move resources from one window to another.
create table transfers (
    id             text    primary key,
    version        bigint  not null,
    fund           text    not null,
    from_window    text    not null,
    to_window      text    not null,
    currency       text    not null check (currency ~ '^[A-Z]{3}$'),
    amount         numeric not null check (amount > 0),
    decided_on     date    not null,
    board_decision text    not null,
    constraint between_two_windows check (from_window <> to_window)
);

create index transfers_by_fund on transfers (fund, id);

create table management_cost_allocations (
    id             text    primary key,
    version        bigint  not null,
    fund           text    not null,
    currency       text    not null check (currency ~ '^[A-Z]{3}$'),
    amount         numeric not null check (amount > 0),
    allocated_on   date    not null,
    board_decision text    not null
);

create index management_cost_allocations_by_fund on management_cost_allocations (fund, id);

-- A deadline of a fund: id is the fund's code, a slash and the kind.
create table deadlines (
    id             text    primary key,
    version        bigint  not null,
    fund           text    not null,
    kind           text    not null check (kind in ('contracting', 'implementation', 'payment')),
    last_day       date    not null,
    decided_on     date    not null,
    board_decision text,
    awaited        boolean not null,
    passed         date
);

create index deadlines_by_fund on deadlines (fund, last_day);
create index deadlines_to_pass on deadlines (last_day) where awaited and passed is distinct from last_day;

alter table actions
    drop constraint actions_check,
    drop constraint contracts_within_approved,
    add constraint approved_is_never_negative check (approved >= 0);

alter table actions
    add column co_financing_ceiling numeric check (co_financing_ceiling > 0),
    add column co_financed          numeric not null default 0 check (co_financed >= 0),
    add column theme                text,
    add column programmes           integer check (programmes > 0),
    add column qualifier            text    check (qualifier in ('exact', 'over', 'almost', 'about', 'up-to')),
    add column closed_on            date;

create index actions_open on actions (fund, id) where closed_on is null;

-- A rider: what it changes in each window, [{"window": "SLC", "amount": -100.00}], adds up to the change.
create table riders (
    id                   text    primary key,
    version              bigint  not null,
    fund                 text    not null,
    action_id            text    not null,
    reference            text    not null,
    currency             text    not null check (currency ~ '^[A-Z]{3}$'),
    change               numeric not null,
    parts                jsonb   not null,
    approved_on          date    not null,
    reason               text    not null,
    co_financing_ceiling numeric check (co_financing_ceiling > 0)
);

create index riders_by_fund on riders (fund, id);
create index riders_by_action on riders (action_id, id);

alter table contracts
    drop constraint decommitments_are_of_the_original;

-- Co-financing is [{"financier": "…", "amount": 100.00}], countries are [{"country": "NE", "percent": 60}].
alter table contracts
    add column raised       numeric not null default 0 check (raised >= 0),
    add column co_financing jsonb   not null default '[]',
    add column countries    jsonb   not null default '[]',
    add column theme        text,
    add column starts_on    date,
    add column ends_on      date,
    add column ended_on     date,
    add column sector       text    check (sector ~ '^[0-9]{5}$'),
    add column imported     boolean not null default false,
    add column state        text    not null default 'active' check (state in ('active', 'suspended', 'terminated')),
    add column state_since  date,
    add column state_reason text;

alter table contracts
    add constraint decommitments_are_of_what_was_contracted check (contracted + decommitted = original + raised),
    add constraint ends_after_it_starts check (ends_on >= starts_on);

create index contracts_to_end on contracts (ends_on, id) where ended_on is distinct from ends_on and state <> 'terminated';
create index contracts_by_end on contracts (fund, ends_on);

create table amendments (
    id           text    primary key,
    version      bigint  not null,
    fund         text    not null,
    contract_id  text    not null,
    currency     text    not null check (currency ~ '^[A-Z]{3}$'),
    rise         numeric not null check (rise >= 0),
    amended_on   date    not null,
    reason       text    not null,
    title        text,
    co_financing jsonb,
    countries    jsonb,
    theme        text,
    starts_on    date,
    ends_on      date
);

create index amendments_by_fund on amendments (fund, id);
create index amendments_by_contract on amendments (contract_id, id);

-- An indicator: what is aimed at and what is achieved are two figures.
create table indicators (
    id            text    primary key,
    version       bigint  not null,
    fund          text    not null,
    action_id     text    not null,
    contract_id   text,
    name          text    not null,
    unit          text    not null,
    target        numeric check (target > 0),
    target_by     date,
    target_set_on date,
    target_source text,
    actual        numeric check (actual >= 0),
    actual_as_of  date,
    actual_source text,
    constraint a_target_has_a_date_and_a_source
        check ((target is null) = (target_by is null) and (target is null) = (target_set_on is null) and (target is null) = (target_source is null)),
    constraint a_result_has_a_date_and_a_source
        check ((actual is null) = (actual_as_of is null) and (actual is null) = (actual_source is null))
);

create index indicators_by_fund on indicators (fund, id);
create index indicators_by_action on indicators (action_id, id);

alter table contract_payments
    add column recovered numeric not null default 0;

alter table window_payments
    add column recovered numeric not null default 0;

-- What was recorded before comes to these rows: every contract, and every decommitment that was completed, now writes its fund's row too.
update funds f
set contracted = coalesce((select sum(c.contracted) from contracts c where c.fund = f.id), 0),
    last_signed_on = (select max(c.signed_on) from contracts c where c.fund = f.id),
    version = version
        + (select count(*) from contracts c where c.fund = f.id and c.window_code is not null)
        + (select count(*) from decommitments d join contracts c on c.id = d.contract_id
           where c.fund = f.id and c.window_code is not null and d.state = 'completed');

insert into deadlines (id, version, fund, kind, last_day, decided_on, awaited)
select id || '/contracting', 1, id, 'contracting', contracting_deadline, established_on, contracting_deadline >= current_date
from funds
where contracting_deadline is not null;

grant select, insert, update on
    transfers, management_cost_allocations, deadlines, riders, amendments, indicators
    to $app$;
