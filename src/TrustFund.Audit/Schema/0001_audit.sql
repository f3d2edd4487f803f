-- What Audit keeps of every service's journal. Lines of the ledger are written once and never change; balances are their sums, kept up
-- with each of them. Facts always book, so nothing here says what a balance may be.

-- That an entry was heard, and when its source recorded it: id is the position, pledges:12.
create table heard_entries (
    id          text        primary key,
    version     bigint      not null,
    source      text        not null,
    sequence    bigint      not null check (sequence > 0),
    event_type  text        not null,
    fund        text        not null,
    subject     text        not null,
    booked_on   date        not null,
    recorded_at timestamptz not null
);

create index heard_entries_by_time on heard_entries (source, recorded_at, sequence);

create table ledger_entries (
    id           text        primary key,
    version      bigint      not null,
    source       text        not null,
    sequence     bigint      not null check (sequence > 0),
    line         integer     not null check (line > 0),
    event_type   text        not null,
    fund         text        not null,
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    account      text        not null,
    window_code  text,
    cross_window boolean     not null,
    donor        text,
    pledge_id    text,
    action_id    text,
    contract_id  text,
    document_id  text,
    partner      text,
    flow         text,
    documents    integer     not null,
    value_on     date,
    booked_on    date        not null,
    recorded_at  timestamptz not null,
    actor        text        not null,
    trace_parent text,
    debit        numeric     not null check (debit >= 0),
    credit       numeric     not null check (credit >= 0),
    constraint one_side check (debit = 0 or credit = 0)
);

create index ledger_entries_by_booking on ledger_entries (fund, booked_on);
create index ledger_entries_by_pledge on ledger_entries (pledge_id) where pledge_id is not null;
create index ledger_entries_by_action on ledger_entries (action_id) where action_id is not null;
create index ledger_entries_by_contract on ledger_entries (contract_id) where contract_id is not null;
create index ledger_entries_by_document on ledger_entries (document_id) where document_id is not null;

-- Sums of the lines: of a fund by account, window and cash flow, and of one action, contract or pledge by account.
create table ledger_balances (
    id           text    primary key,
    version      bigint  not null,
    scope        text    not null check (scope in ('fund', 'action', 'contract', 'pledge')),
    fund         text    not null,
    currency     text    not null check (currency ~ '^[A-Z]{3}$'),
    account      text    not null,
    subject      text,
    window_code  text,
    cross_window boolean not null,
    flow         text,
    debit        numeric not null,
    credit       numeric not null,
    documents    bigint  not null,
    years        jsonb   not null,
    constraint subject_of_its_scope check ((scope = 'fund') = (subject is null))
);

create index ledger_balances_by_fund on ledger_balances (fund, scope, account);

create table attribution_entries (
    id          text        primary key,
    version     bigint      not null,
    source      text        not null,
    sequence    bigint      not null,
    event_type  text        not null,
    fund        text        not null,
    currency    text        not null check (currency ~ '^[A-Z]{3}$'),
    donor       text        not null,
    window_code text,
    amount      numeric     not null,
    document_id text        not null,
    contract_id text,
    unallocated boolean     not null,
    booked_on   date        not null,
    recorded_at timestamptz not null
);

create index attribution_entries_by_document on attribution_entries (document_id);
create index attribution_entries_by_donor on attribution_entries (fund, donor);

-- When parts of certificates are due, in the fund's currency.
create table instalment_entries (
    id             text        primary key,
    version        bigint      not null,
    fund           text        not null,
    pledge_id      text        not null,
    certificate_id text        not null,
    due_on         date        not null,
    amount         numeric     not null,
    booked_on      date        not null,
    recorded_at    timestamptz not null
);

create index instalment_entries_by_fund on instalment_entries (fund, pledge_id);

create table fund_facts (
    id                          text    primary key,
    version                     bigint  not null,
    name                        text    not null,
    currency                    text    not null check (currency ~ '^[A-Z]{3}$'),
    management_cost_cap_percent numeric not null,
    established_on              date    not null,
    contracting_deadline        date
);

-- The deadlines that were set after a fund was established, with what they were before.
create table deadline_facts (
    id       text   primary key,
    version  bigint not null,
    fund     text   not null,
    kind     text   not null,
    settings jsonb  not null
);

create index deadline_facts_by_fund on deadline_facts (fund);

create table window_facts (
    id        text   primary key,
    version   bigint not null,
    fund      text   not null,
    code      text   not null,
    name      text   not null,
    opened_at bigint not null
);

create index window_facts_by_fund on window_facts (fund, opened_at);

create table donor_facts (
    id      text   primary key,
    version bigint not null,
    name    text   not null,
    country text,
    kinds   jsonb  not null
);

create table pledge_facts (
    id               text   primary key,
    version          bigint not null,
    fund             text   not null,
    donor            text   not null,
    reference        text,
    foreign_currency text   check (foreign_currency ~ '^[A-Z]{3}$')
);

create index pledge_facts_by_fund on pledge_facts (fund, donor);

create table reduction_facts (
    id             text   primary key,
    version        bigint not null,
    certificate_id text   not null,
    due_on         date   not null
);

create table partner_facts (
    id      text   primary key,
    version bigint not null,
    name    text   not null,
    country text
);

create table action_facts (
    id                   text        primary key,
    version              bigint      not null,
    fund                 text        not null,
    title                text        not null,
    reference            text,
    theme                text,
    cross_window         boolean     not null,
    windows              jsonb       not null,
    approved_on          date        not null,
    programmes           integer     not null,
    co_financing_ceiling numeric,
    booked_on            date        not null,
    recorded_at          timestamptz not null
);

create index action_facts_by_fund on action_facts (fund, id);

create table contract_facts (
    id          text   primary key,
    version     bigint not null,
    fund        text   not null,
    action_id   text   not null,
    partner     text   not null,
    window_code text,
    reference   text,
    signed_on   date   not null,
    terms       jsonb  not null,
    standings   jsonb  not null
);

create index contract_facts_by_fund on contract_facts (fund, id);

create table payment_facts (
    id          text        primary key,
    version     bigint      not null,
    fund        text        not null,
    contract_id text        not null,
    kind        text,
    paid        numeric     not null,
    paid_on     date,
    recorded_at timestamptz
);

create index payment_facts_by_day on payment_facts (fund, paid_on) where paid_on is not null;

create table paid_contracts (
    id          text   primary key,
    version     bigint not null,
    window_code text,
    partner     text   not null
);

create table periods (
    id           text        primary key,
    version      bigint      not null,
    fund         text        not null,
    through      date        not null,
    reason       text,
    standing     text        not null check (standing in ('pending', 'closed')),
    requested_by text        not null,
    requested_at timestamptz not null,
    requested_in bigint      not null,
    closed_at    timestamptz,
    sequences    jsonb       not null,
    constraint closed_says_when check ((standing = 'closed') = (closed_at is not null))
);

create index periods_by_fund on periods (fund, id);

create table fund_periods (
    id             text   primary key,
    version        bigint not null,
    closed_through date,
    pending_id     text
);

create table period_acknowledgements (
    id         text        primary key,
    version    bigint      not null,
    request_id text        not null,
    source     text        not null,
    sequence   bigint      not null,
    at         timestamptz not null
);

create index period_acknowledgements_by_request on period_acknowledgements (request_id);

create table audit_exceptions (
    id          text        primary key,
    version     bigint      not null,
    fund        text        not null,
    kind        text        not null,
    subject     text        not null,
    detail      text        not null,
    difference  numeric,
    currency    text        check (currency ~ '^[A-Z]{3}$'),
    source      text,
    sequence    bigint,
    standing    text        not null check (standing in ('open', 'assigned', 'resolved')),
    raised_at   timestamptz not null,
    person      text,
    reason      text,
    accepted    boolean,
    resolved_by text,
    resolved_at timestamptz,
    constraint resolved_says_why check ((standing = 'resolved') = (reason is not null) and (standing = 'resolved') = (accepted is not null)),
    constraint assigned_names_a_person check (standing <> 'assigned' or person is not null)
);

create index audit_exceptions_by_fund on audit_exceptions (fund, id);

create table exception_slots (
    id              text    primary key,
    version         bigint  not null,
    fund            text    not null,
    kind            text    not null,
    exception_id    text    not null,
    is_open         boolean not null,
    accepted_as     text
);

create index open_exception_slots on exception_slots (fund) where is_open;

create table figure_facts (
    id          text    primary key,
    version     bigint  not null,
    fund        text    not null,
    name        text    not null,
    measure     text    not null,
    window_code text,
    value       numeric not null,
    unit        text    not null,
    qualifier   text    not null check (qualifier in ('exact', 'over', 'almost', 'about', 'up-to')),
    decimals    integer not null check (decimals between -12 and 12),
    as_of       date    not null,
    publication text    not null
);

create index figure_facts_by_fund on figure_facts (fund, id);
