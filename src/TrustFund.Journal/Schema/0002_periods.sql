-- Up to when each fund's books are closed here. A state like any other, so that verify proves it too.
create table public.closed_periods (
    id         text   primary key,
    version    bigint not null,
    through    date   not null,
    request_id text   not null
);
grant select, insert, update on public.closed_periods to $app$;
