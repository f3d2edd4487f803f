-- Files that were recorded: a state like any other.
create table public.imported_files (
    id        text    primary key,
    version   bigint  not null,
    import_id text    not null unique,
    file_name text    not null,
    rows      integer not null check (rows >= 0)
);
grant select, insert, update on public.imported_files to $app$;

-- How an import is getting on, for the people who wait for it. What was recorded stands in the journal.
create table journal.import (
    id            text        primary key,
    fund          text        not null,
    kind          text        not null,
    file_name     text        not null,
    dry_run       boolean     not null,
    state         text        not null,
    rows_read     integer     not null default 0,
    rows_decided  integer     not null default 0,
    problem_count integer     not null default 0,
    problems      jsonb       not null default '[]',
    detail        text,
    position      text,
    started_by    text        not null,
    started_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);
create index import_of_fund on journal.import (fund, id);
grant select, insert, update on journal.import to $app$;
