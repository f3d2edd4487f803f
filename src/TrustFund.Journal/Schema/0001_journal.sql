-- A service's journal. Its entries are never changed: whatever moves (a cursor, a balance) is a row elsewhere.
create schema journal;

-- The head is the one lock of the service: whoever holds this row writes next, so order of sequence is order of commit.
create table journal.head (
    id          smallint    primary key default 1 check (id = 1),
    sequence    bigint      not null check (sequence >= 0),
    hash        bytea       not null check (length(hash) = 32),
    recorded_at timestamptz not null
);
insert into journal.head (sequence, hash, recorded_at) values (0, decode(repeat('00', 32), 'hex'), '-infinity');

create table journal.entry (
    sequence     bigint      primary key check (sequence > 0),
    recorded_at  timestamptz not null,
    type         text        not null,
    routing_key  text        not null,
    fund         text        not null,
    subject      text        not null,
    actor        text        not null,
    value_date   date,
    trace_parent text,
    hash         bytea       not null check (length(hash) = 32),
    body         bytea       not null
);
create index entry_of_subject on journal.entry (subject, sequence);

-- One key of one caller on one route has one effect, for ever; its answer is kept with it.
create table journal.claim (
    caller       text        not null,
    route        text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer     not null,
    body         bytea       not null,
    location     text,
    etag         text,
    position     text,
    recorded_at  timestamptz not null,
    primary key (caller, route, key)
);

create table journal.relayed (
    id       smallint primary key default 1 check (id = 1),
    sequence bigint   not null check (sequence >= 0)
);
insert into journal.relayed (sequence) values (0);

-- How far each source is followed: moves in the transaction that applies the source's events.
create table journal.followed (
    source   text   primary key,
    sequence bigint not null check (sequence >= 0),
    hash     bytea  not null check (length(hash) = 32)
);

create table journal.unapplied (
    source      text        not null,
    sequence    bigint      not null,
    type        text        not null,
    reason      text        not null,
    body        bytea       not null,
    recorded_at timestamptz not null,
    replayed_at timestamptz,
    primary key (source, sequence)
);

create function journal.refuse_change() returns trigger language plpgsql as $body$
begin
    raise exception 'journal.% only grows', tg_table_name using errcode = 'restrict_violation';
end
$body$;
create trigger entry_only_grows before update or delete or truncate on journal.entry
    for each statement execute function journal.refuse_change();
create trigger claim_only_grows before update or delete or truncate on journal.claim
    for each statement execute function journal.refuse_change();

grant usage on schema journal to $app$;
grant select, insert on journal.entry, journal.claim to $app$;
grant select, update on journal.head, journal.relayed to $app$;
grant select, insert, update on journal.followed, journal.unapplied to $app$;
