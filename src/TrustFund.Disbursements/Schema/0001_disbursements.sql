-- The rows that the journal keeps for this service. Its rules decide before anything is written; what a single row can
-- tell of the invariants is repeated here, so that no fault of the code can break it. Amounts are in the row's currency.

-- Cash per fund: id is the code of the fund. Contributions that wait unallocated are held apart and are no cash to spend.
create table fund_cash (
    id             text    primary key,
    version        bigint  not null,
    currency       text    not null check (currency ~ '^[A-Z]{3}$'),
    received       numeric not null check (received >= 0),
    unallocated    numeric not null,
    reserved       numeric not null check (reserved >= 0),
    paid           numeric not null check (paid >= 0),
    receipt_traces jsonb   not null check (jsonb_array_length(receipt_traces) <= 8),
    constraint cash_out_within_cash_in check (paid + reserved <= received)
);

-- What may be paid under a contract. The ceiling is what was signed less what was decommitted.
create table contracts (
    id           text    primary key,
    version      bigint  not null,
    fund         text    not null,
    partner      text    not null,
    "window"     text,
    title        text    not null,
    signed_on    date    not null,
    currency     text    not null check (currency ~ '^[A-Z]{3}$'),
    ceiling      numeric not null check (ceiling >= 0),
    decommitted  numeric not null check (decommitted >= 0),
    reserved     numeric not null check (reserved >= 0),
    paid         numeric not null check (paid >= 0),
    trace_parent text,
    constraint payments_within_ceiling check (paid + reserved <= ceiling)
);

create table disbursements (
    id               text        primary key,
    version          bigint      not null,
    fund             text        not null,
    contract_id      text        not null,
    partner          text        not null,
    kind             text        not null check (kind in ('pre-financing', 'interim', 'final')),
    amount           numeric     not null check (amount > 0),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    invoice          text        not null,
    reference        text,
    requested_on     date        not null,
    status           text        not null check (status in ('requested', 'verified', 'authorised', 'executed', 'rejected')),
    requested_by     text        not null,
    requested_at     timestamptz not null,
    verified_by      text,
    verified_at      timestamptz,
    authorised_by    text,
    authorised_at    timestamptz,
    executed_by      text,
    executed_at      timestamptz,
    paid_on          date,
    bank_reference   text,
    rejected_by      text,
    rejected_at      timestamptz,
    rejection_reason text,
    trace_parent     text,

    -- Each step leaves who took it and when, and the state says which steps must have been taken, in their order.
    constraint verification_is_whole check ((verified_by is null) = (verified_at is null)),
    constraint authorisation_is_whole check ((authorised_by is null) = (authorised_at is null)),
    constraint verified_before_authorised check (authorised_by is null or verified_by is not null),
    constraint requested_is_no_more check (status <> 'requested' or verified_by is null),
    constraint verified_has_verifier check (status in ('requested', 'rejected') or verified_by is not null),
    constraint verified_is_no_more check (status <> 'verified' or authorised_by is null),
    constraint authorised_has_authoriser check (status in ('requested', 'verified', 'rejected') or authorised_by is not null),
    constraint executed_says_how check ((status = 'executed') = (executed_by is not null) and (status = 'executed') = (executed_at is not null)
        and (status = 'executed') = (paid_on is not null) and (status = 'executed') = (bank_reference is not null)),
    constraint rejected_says_why check ((status = 'rejected') = (rejected_by is not null) and (status = 'rejected') = (rejected_at is not null)
        and (status = 'rejected') = (rejection_reason is not null)),

    -- Four eyes, and a third pair for money: initiator, verifier and authorising officer are three people.
    constraint verifier_is_not_initiator check (verified_by <> requested_by),
    constraint authoriser_is_not_initiator check (authorised_by <> requested_by),
    constraint authoriser_is_not_verifier check (authorised_by <> verified_by)
) with (fillfactor = 70); -- A row is written four times in its life; no index holds what changes, so that it may stay on its page.

create index disbursements_by_fund on disbursements (fund, id);
create index disbursements_by_contract on disbursements (contract_id, id);

-- One entry of a fund's bank statement pays one disbursement: id is the fund's code, a slash, and the bank's reference in upper case.
create table bank_entries (
    id              text   primary key,
    version         bigint not null,
    disbursement_id text   not null
);
