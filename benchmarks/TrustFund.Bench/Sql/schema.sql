-- The same rows as the platform writes for a receipt and for the steps of a payment, as a service without a journal head would keep
-- them: a row each for idempotency, the record, the entry and the balances it changes, in one transaction.
create table claim (caller text, route text, key text, request_hash bytea not null, status integer not null, body bytea not null,
    recorded_at timestamptz not null default now(), primary key (caller, route, key));
create table entry (sequence bigint generated always as identity primary key, recorded_at timestamptz not null default now(), type text not null,
    routing_key text not null, fund text not null, subject text not null, actor text not null, value_date date, hash bytea not null, body bytea not null);
create index entry_of_subject on entry (subject, sequence);
create table fund (id integer primary key, received numeric not null, reserved numeric not null, paid numeric not null, version bigint not null);
create table pledge (id integer primary key, certified numeric not null, received numeric not null check (received <= certified), version bigint not null);
create table receipt (id uuid primary key default gen_random_uuid(), pledge integer not null, amount numeric not null, received_on date not null, bank_reference text not null unique);
create table contract (id integer primary key, ceiling numeric not null, reserved numeric not null, paid numeric not null, version bigint not null, check (reserved + paid <= ceiling));
create table disbursement (id integer generated always as identity primary key, contract integer not null, amount numeric not null, status text not null,
    requested_by text not null, verified_by text, authorised_by text, bank_reference text unique, version bigint not null default 1);
insert into fund select n, 0, 0, 0, 1 from generate_series(1, :funds) n;
insert into pledge select n, 1e12, 0, 1 from generate_series(1, :funds) n;
insert into contract select n, 1e12, 0, 0, 1 from generate_series(1, :funds) n;
insert into disbursement (contract, amount, status, requested_by) select 1 + n % :funds, 1, 'requested', 'fiona' from generate_series(1, 100000) n;
analyze;
