-- Bank accounts, costs, recoveries, refunds, bank statements, authority and attribution. Facts of a bank, of imported history and of other
-- services always book, so what they may break is no check any more: it is kept by the rules, and a decision that needs it is refused.

-- Cash: interest, recoveries, costs and refunds beside receipts and payments. A reversed receipt may take away what was spent.
alter table fund_cash drop constraint cash_out_within_cash_in;
alter table fund_cash drop constraint fund_cash_received_check;
alter table fund_cash add column unallocated_reserved numeric not null default 0;
alter table fund_cash add column interest numeric not null default 0;
alter table fund_cash add column recovered numeric not null default 0;
alter table fund_cash add column costs numeric not null default 0 check (costs >= 0);
alter table fund_cash add column refunded numeric not null default 0 check (refunded >= 0);

-- A fund's own terms: the payment deadline, and who may authorise what.
create table fund_terms (
    id               text   primary key,
    version          bigint not null,
    payment_deadline date,
    band_sets        jsonb  not null,
    delegations      jsonb  not null
);

-- Whose money the cash is, and whose money a contract was paid with.
create table fund_sources (
    id           text    primary key,
    version      bigint  not null,
    currency     text    not null check (currency ~ '^[A-Z]{3}$'),
    pots         jsonb   not null,
    unattributed numeric not null
);

create table contract_sources (
    id       text   primary key,
    version  bigint not null,
    fund     text   not null,
    currency text   not null check (currency ~ '^[A-Z]{3}$'),
    parts    jsonb  not null
);

-- Imported history may be above its contract.
alter table contracts drop constraint payments_within_ceiling;
alter table contracts add column recovered numeric not null default 0 check (recovered >= 0);
alter table contracts add column recoveries_open numeric not null default 0 check (recoveries_open >= 0);
alter table contracts add column prefinancing_paid numeric not null default 0 check (prefinancing_paid >= 0);
alter table contracts add column prefinancing_cleared numeric not null default 0 check (prefinancing_cleared >= 0);
alter table contracts add column final_payment text;
alter table contracts add column suspended boolean not null default false;
alter table contracts add column terminated boolean not null default false;
create index contracts_by_fund on contracts (fund, id);

-- What was paid ahead of the work before reports were kept.
update contracts set prefinancing_paid = coalesce((
    select sum(amount) from disbursements where contract_id = contracts.id and kind = 'pre-financing' and status = 'executed'), 0);
update contracts set final_payment = (
    select max(disbursements.id) from disbursements where contract_id = contracts.id and kind = 'final' and status in ('authorised', 'executed'));

create table contract_references (
    id          text   primary key,
    version     bigint not null,
    contract_id text   not null
);

alter table disbursements alter column invoice drop not null;
alter table disbursements add column account_id text;
alter table disbursements add column iban text;
alter table disbursements add column authorised_for text;
alter table disbursements add column "offset" numeric not null default 0 check ("offset" >= 0);
alter table disbursements add column offsets jsonb not null default '[]';
alter table disbursements add column attribution jsonb not null default '[]';
alter table disbursements add column imported boolean not null default false;
alter table disbursements add column undone_by text;
alter table disbursements add column undone_at timestamptz;
alter table disbursements add column undone_on date;
alter table disbursements add column undone_because text;
alter table disbursements add column return_reference text;

alter table disbursements drop constraint disbursements_status_check;
alter table disbursements add constraint disbursements_status_check
    check (status in ('requested', 'verified', 'authorised', 'executed', 'rejected', 'reversed', 'returned'));
alter table disbursements drop constraint verified_has_verifier;
alter table disbursements add constraint verified_has_verifier
    check (imported or status in ('requested', 'rejected') or verified_by is not null);
alter table disbursements drop constraint authorised_has_authoriser;
alter table disbursements add constraint authorised_has_authoriser
    check (imported or status in ('requested', 'verified', 'rejected') or authorised_by is not null);
alter table disbursements drop constraint executed_says_how;
alter table disbursements add constraint executed_says_how check (
    (status in ('executed', 'reversed', 'returned')) = (executed_by is not null) and (executed_by is null) = (executed_at is null)
    and (executed_by is null) = (paid_on is null) and (executed_by is null) = (bank_reference is null));
alter table disbursements add constraint undone_says_why check (
    (status in ('reversed', 'returned')) = (undone_by is not null) and (undone_by is null) = (undone_at is null)
    and (undone_by is null) = (undone_on is null) and (undone_by is null) = (undone_because is null)
    and (status = 'returned') = (return_reference is not null));
alter table disbursements add constraint offset_within_amount check ("offset" <= amount);
alter table disbursements add constraint delegator_is_not_initiator check (authorised_for <> requested_by);
alter table disbursements add constraint delegator_is_not_verifier check (authorised_for <> verified_by);
alter table disbursements add constraint reverser_is_not_executor check (status <> 'reversed' or undone_by <> executed_by);

-- What a partner has to pay back.
create table recoveries (
    id             text    primary key,
    version        bigint  not null,
    fund           text    not null,
    contract_id    text    not null,
    partner        text    not null,
    "window"       text,
    amount         numeric not null check (amount > 0),
    cashed         numeric not null check (cashed >= 0),
    "offset"       numeric not null check ("offset" >= 0),
    waived         numeric not null check (waived >= 0),
    currency       text    not null check (currency ~ '^[A-Z]{3}$'),
    established_on date    not null,
    due_on         date    not null,
    reason         text    not null,
    established_by text    not null,
    receipts       jsonb   not null,
    trace_parent   text,
    constraint settled_within_order check (cashed + "offset" + waived <= amount)
);
create index recoveries_by_fund on recoveries (fund, id);

-- Cash that donors get back.
create table refunds (
    id               text        primary key,
    version          bigint      not null,
    fund             text        not null,
    pledge_id        text        not null,
    donor            text        not null,
    from_unallocated numeric     not null check (from_unallocated >= 0),
    from_allocated   numeric     not null check (from_allocated >= 0),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    "window"         text,
    requested_on     date        not null,
    status           text        not null check (status in ('asked', 'granted', 'refused', 'executed')),
    attribution      jsonb       not null,
    refused_because  text,
    executed_by      text,
    executed_at      timestamptz,
    paid_on          date,
    bank_reference   text,
    trace_parent     text,
    constraint refund_executed_says_how check ((status = 'executed') = (executed_by is not null) and (status = 'executed') = (paid_on is not null))
);
create index refunds_by_fund on refunds (fund, id);

-- Costs paid without a contract: management's, by two people, and the bank's charges, which are facts.
create table costs (
    id             text        primary key,
    version        bigint      not null,
    fund           text        not null,
    kind           text        not null check (kind in ('management', 'bank-charge')),
    payee          text,
    amount         numeric     not null check (amount > 0),
    currency       text        not null check (currency ~ '^[A-Z]{3}$'),
    description    text,
    requested_on   date,
    status         text        not null check (status in ('requested', 'authorised', 'paid', 'rejected', 'reversed')),
    requested_by   text        not null,
    requested_at   timestamptz not null,
    authorised_by  text,
    authorised_at  timestamptz,
    authorised_for text,
    paid_by        text,
    paid_at        timestamptz,
    paid_on        date,
    bank_reference text,
    attribution    jsonb       not null,
    ended_by       text,
    ended_at       timestamptz,
    reversed_on    date,
    ended_because  text,
    trace_parent   text,
    constraint cost_authorised_before_paid check (kind = 'bank-charge' or status in ('requested', 'rejected') or authorised_by is not null),
    constraint cost_paid_says_how check ((status in ('paid', 'reversed')) = (paid_by is not null) and (paid_by is null) = (bank_reference is null)),
    constraint cost_authoriser_is_not_initiator check (authorised_by <> requested_by),
    constraint cost_delegator_is_not_initiator check (authorised_for <> requested_by),
    constraint cost_reverser_is_not_payer check (status <> 'reversed' or ended_by <> paid_by)
);
create index costs_by_fund on costs (fund, id);

-- A decision stays within what was allocated; nothing takes an allocation back.
create table management_costs (
    id        text    primary key,
    version   bigint  not null,
    currency  text    not null check (currency ~ '^[A-Z]{3}$'),
    allocated numeric not null check (allocated >= 0),
    reserved  numeric not null check (reserved >= 0),
    paid      numeric not null check (paid >= 0),
    constraint management_costs_within_allocation check (reserved + paid <= allocated)
);

-- Partners' bank accounts, verified by a second person.
create table bank_accounts (
    id             text        primary key,
    version        bigint      not null,
    partner        text        not null,
    holder         text        not null,
    iban           text        not null,
    bic            text,
    status         text        not null check (status in ('proposed', 'verified', 'closed')),
    proposed_by    text        not null,
    proposed_at    timestamptz not null,
    verified_by    text,
    verified_at    timestamptz,
    closed_by      text,
    closed_at      timestamptz,
    closed_because text,
    constraint account_verified_has_verifier check (status <> 'verified' or verified_by is not null),
    constraint account_verifier_is_not_proposer check (verified_by <> proposed_by)
);
create index bank_accounts_by_partner on bank_accounts (partner, id);

create table partner_accounts (
    id       text   primary key,
    version  bigint not null,
    accounts jsonb  not null
);

-- One reference of a fund's bank: what is booked under it, and which lines of statements wait there to be explained.
alter table bank_entries add column bookings jsonb not null default '[]';
alter table bank_entries add column waiting jsonb not null default '[]';
update bank_entries set bookings = jsonb_build_array(jsonb_build_object(
    'kind', 'payment', 'target_id', disbursement_id, 'line_id', null, 'cancelled', false,
    'amount', -(select amount from disbursements where disbursements.id = disbursement_id)));
alter table bank_entries drop column disbursement_id;
create index bank_entries_by_booking on bank_entries using gin (bookings jsonb_path_ops);

create table bank_receipts (
    id       text   primary key,
    version  bigint not null,
    entry_id text   not null,
    kind     text   not null check (kind in ('receipt', 'interest'))
);

create table bank_statements (
    id          text        primary key,
    version     bigint      not null,
    fund        text        not null,
    account     text        not null,
    "from"      date        not null,
    until       date        not null,
    lines       integer     not null check (lines > 0),
    file_hash   text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    constraint one_file_once unique (fund, file_hash)
);

create table bank_lines (
    id             text    primary key,
    version        bigint  not null,
    statement_id   text    not null,
    fund           text    not null,
    value_on       date    not null,
    amount         numeric not null check (amount <> 0),
    currency       text    not null check (currency ~ '^[A-Z]{3}$'),
    reference      text    not null,
    counterparty   text,
    description    text,
    matched_kind   text check (matched_kind in ('payment', 'receipt', 'cost', 'interest', 'recovery', 'refund', 'return')),
    matched_target text,
    matched_entry  text,
    matched_by     text,
    constraint match_is_whole check ((matched_kind is null) = (matched_target is null) and (matched_kind is null) = (matched_entry is null))
);
create index bank_lines_by_fund on bank_lines (fund, value_on);
create index bank_lines_by_statement on bank_lines (statement_id);
create index bank_lines_unmatched on bank_lines (fund) where matched_kind is null;

grant select, insert, update on
    fund_terms, fund_sources, contract_sources, contract_references, recoveries, refunds, costs, management_costs,
    bank_accounts, partner_accounts, bank_receipts, bank_statements, bank_lines to $app$;
