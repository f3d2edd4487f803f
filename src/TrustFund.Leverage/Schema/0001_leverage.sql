-- What Pledges tells: funds and windows with the certificates that are instruments' input.
-- Followed facts always book, so nothing is checked here but form.
create table fund_inputs (
    id             text primary key,
    version        bigint not null,
    name           text not null,
    currency       char(3) not null,
    established_on date not null,
    certified      numeric not null
);

create table window_inputs (
    id        text primary key,
    version   bigint not null,
    fund      text not null,
    code      text not null,
    name      text not null,
    certified numeric not null,
    unique (fund, code),
    check (id = fund || '/' || code)
);

create table instruments (
    id                   text primary key,
    version              bigint not null,
    fund                 text not null,
    code                 text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    name                 text not null check (length(name) between 1 and 200),
    kind                 text not null check (kind in ('blending', 'guarantee')),
    window_code          text,
    provisioning_percent numeric not null check (provisioning_percent > 0 and provisioning_percent <= 100),
    opened_on            date not null,
    check (id = fund || '/' || code),
    -- All of a blending instrument's face is cash.
    check (kind <> 'blending' or provisioning_percent = 100)
);

-- Two instruments never claim the same input: one for each window, or one for the whole fund.
create unique index instruments_claim_their_input_alone on instruments (fund, coalesce(window_code, ''));

create table portfolios (
    id                 text primary key,
    version            bigint not null,
    claims             jsonb not null,
    operations         integer not null check (operations >= 0),
    expected_mobilised numeric not null check (expected_mobilised >= 0),
    check (operations > 0 or expected_mobilised = 0)
);

create table mobilisation_targets (
    id        text primary key,
    version   bigint not null,
    currency  char(3) not null,
    amount    numeric not null check (amount > 0),
    qualifier text not null check (qualifier in ('exact', 'over', 'almost', 'about', 'up-to')),
    set_on    date not null,
    source    text not null check (length(source) between 1 and 500)
);

create table operations (
    id                 text primary key,
    version            bigint not null,
    fund               text not null,
    name               text not null check (length(name) between 1 and 200),
    instruments        jsonb not null check (jsonb_array_length(instruments) > 0),
    currency           char(3) not null,
    expected_mobilised numeric not null check (expected_mobilised > 0),
    recorded_for       date not null,
    note               text check (length(note) <= 1000)
);

create index operations_of_fund on operations (fund, id);

-- A name is taken once in a fund, so that an operation is not entered for each of its instruments.
create table operation_names (
    id           text primary key,
    version      bigint not null,
    operation_id text not null unique
);
