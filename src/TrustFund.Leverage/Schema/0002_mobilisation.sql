-- Operations with their financiers and each instrument's amount: expected, signed and disbursed stay three figures.
alter table operations
    add column guaranteed           boolean not null default false,
    add column amounts              jsonb not null default '[]',
    add column financiers           jsonb not null default '[]',
    add column signature_id         text,
    add column signed_on            date,
    add column signed_amounts       jsonb not null default '[]',
    add column signed_financiers    jsonb not null default '[]',
    add column parts                jsonb not null default '[]',
    add column disbursed_amounts    jsonb not null default '[]',
    add column disbursed_financiers jsonb not null default '[]',
    add column cancellation_id      text,
    add column cancelled_on         date,
    add column reversed_on          date,
    add column reversal_reason      text check (length(reversal_reason) between 1 and 1000),
    add check ((signature_id is null) = (signed_on is null)),
    add check ((cancellation_id is null) = (cancelled_on is null)),
    add check ((reversed_on is null) = (reversal_reason is null)),
    -- Nothing is disbursed that was not signed, and a reversed operation has neither.
    add check (signature_id is not null or (jsonb_array_length(signed_amounts) = 0 and jsonb_array_length(signed_financiers) = 0 and jsonb_array_length(parts) = 0)),
    add check (jsonb_array_length(parts) > 0 or (jsonb_array_length(disbursed_amounts) = 0 and jsonb_array_length(disbursed_financiers) = 0)),
    add check (reversed_on is null or (signature_id is null and cancellation_id is null));

update operations o
set guaranteed = exists (
    select 1 from instruments i where i.fund = o.fund and i.kind = 'guarantee' and o.instruments @> to_jsonb(i.code));

-- A reversed operation gives its name back, so that the right figures can be recorded under it.
alter table operation_names
    add column released boolean not null default false;

-- How much of an instrument backs operations, and what those whose amounts are itemised are expected to mobilise with it.
alter table instruments
    add column expected_amount     numeric not null default 0 check (expected_amount >= 0),
    add column signed_amount       numeric not null default 0 check (signed_amount >= 0),
    add column disbursed_amount    numeric not null default 0 check (disbursed_amount >= 0),
    add column expected_investment numeric not null default 0 check (expected_investment >= 0),
    add check (disbursed_amount <= signed_amount),
    add column booked_on           date,
    add column recorded_at         timestamptz;

update instruments i
set booked_on = coalesce(e.value_date, i.opened_on), recorded_at = e.recorded_at
from journal.entry e
where e.fund = i.fund and e.subject = i.code and e.type = 'leverage.InstrumentOpened.v1';

alter table instruments alter column booked_on set not null;
alter table instruments alter column recorded_at set not null;

-- What a fund's operations come to, one row for each of the three figures.
create table mobilised_totals (
    id                 text primary key,
    version            bigint not null,
    fund               text not null,
    measure            text not null check (measure in ('expected', 'signed', 'disbursed')),
    operations         integer not null check (operations >= 0),
    itemised           integer not null check (itemised between 0 and operations),
    investment         numeric not null check (investment >= 0),
    grants             numeric not null check (grants >= 0),
    public_finance     numeric not null check (public_finance >= 0),
    private_finance    numeric not null check (private_finance >= 0),
    attributed_private numeric not null check (attributed_private between 0 and private_finance),
    unique (fund, measure),
    check (id = fund || '/' || measure),
    -- What is expected need not be itemised; what is signed or disbursed is.
    check (grants + public_finance + private_finance <= investment),
    check (measure = 'expected' or grants + public_finance + private_finance = investment)
);

-- As if the new rules had been there when these operations were recorded: each wrote its fund's row once.
insert into mobilised_totals (id, version, fund, measure, operations, itemised, investment, grants, public_finance, private_finance, attributed_private)
select fund || '/expected', count(*), fund, 'expected', count(*), 0, sum(expected_mobilised), 0, 0, 0, 0
from operations
group by fund;

-- What was signed, disbursed and cancelled, each with its reversal if it had one.
create table operation_entries (
    id              text primary key,
    version         bigint not null,
    fund            text not null,
    operation_id    text not null,
    kind            text not null check (kind in ('signature', 'disbursement', 'cancellation')),
    currency        char(3) not null,
    amounts         jsonb not null,
    financiers      jsonb not null,
    happened_on     date not null,
    reference       text check (length(reference) <= 200),
    reason          text check (length(reason) between 1 and 1000),
    reversed_on     date,
    reversal_reason text check (length(reversal_reason) between 1 and 1000),
    check ((reversed_on is null) = (reversal_reason is null)),
    check ((kind = 'cancellation') = (reason is not null))
);

create index operation_entries_of_operation on operation_entries (operation_id, id);

-- History, written once and never changed: what each fact changed, with its booking date and its recorded time. Sums of it are the books
-- as of a day or as known on a moment; all of it is what the tables above keep.
create table input_entries (
    id          text primary key,
    version     bigint not null,
    fund        text not null,
    window_code text,
    amount      numeric not null,
    booked_on   date not null,
    recorded_at timestamptz not null,
    source      text not null,
    sequence    bigint not null
);

create index input_entries_of_fund on input_entries (fund, booked_on);
create index input_entries_by_time on input_entries (source, recorded_at, sequence);

create table figure_entries (
    id                 text primary key,
    version            bigint not null,
    fund               text not null,
    measure            text not null check (measure in ('expected', 'signed', 'disbursed')),
    operations         integer not null,
    itemised           integer not null,
    investment         numeric not null,
    grants             numeric not null,
    public_finance     numeric not null,
    private_finance    numeric not null,
    attributed_private numeric not null,
    booked_on          date not null,
    recorded_at        timestamptz not null,
    sequence           bigint not null
);

create index figure_entries_of_fund on figure_entries (fund, booked_on);

create table instrument_entries (
    id                  text primary key,
    version             bigint not null,
    fund                text not null,
    instrument          text not null,
    expected_amount     numeric not null,
    expected_investment numeric not null,
    signed_amount       numeric not null,
    disbursed_amount    numeric not null,
    booked_on           date not null,
    recorded_at         timestamptz not null,
    sequence            bigint not null
);

create index instrument_entries_of_fund on instrument_entries (fund, instrument, booked_on);

-- A target that another has replaced is found as it was.
create table target_entries (
    id          text primary key,
    version     bigint not null,
    fund        text not null,
    currency    char(3) not null,
    amount      numeric not null check (amount > 0),
    qualifier   text not null check (qualifier in ('exact', 'over', 'almost', 'about', 'up-to')),
    set_on      date not null,
    source      text not null check (length(source) between 1 and 500),
    booked_on   date not null,
    recorded_at timestamptz not null,
    sequence    bigint not null
);

create index target_entries_of_fund on target_entries (fund, sequence);

-- The history of what was recorded here stands in the journal.
insert into figure_entries (id, version, fund, measure, operations, itemised, investment, grants, public_finance, private_finance, attributed_private, booked_on, recorded_at, sequence)
select 'leverage:' || e.sequence || '/expected', 1, o.fund, 'expected', 1, 0, o.expected_mobilised, 0, 0, 0, 0, coalesce(e.value_date, o.recorded_for), e.recorded_at, e.sequence
from journal.entry e
join operations o on o.id = e.subject
where e.type = 'leverage.OperationRecorded.v1';

insert into target_entries (id, version, fund, currency, amount, qualifier, set_on, source, booked_on, recorded_at, sequence)
select 'leverage:' || e.sequence, 1, e.fund, fact->'amount'->>'currency', (fact->'amount'->>'amount')::numeric, fact->>'qualifier', (fact->>'setOn')::date, fact->>'source', coalesce(e.value_date, (fact->>'setOn')::date), e.recorded_at, e.sequence
from journal.entry e
cross join lateral (select convert_from(e.body, 'UTF8')::jsonb->'data' as fact) as told
where e.type = 'leverage.MobilisationTargetSet.v1';

-- The history of the input stands in the journal of Pledges, and so do facts that this version is the first to count: so all of it is heard
-- again, from the beginning.
delete from window_inputs;
delete from fund_inputs;
delete from journal.unapplied where source = 'pledges';
delete from journal.followed where source = 'pledges';
