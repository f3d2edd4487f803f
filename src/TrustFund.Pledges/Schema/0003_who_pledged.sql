-- Who pledged what, for files that name a donor but no pledge.

-- Which donors a name stands for: the first fifty in the order in which they were registered, and how many there are. The letters are folded
-- one by one, as the service does it, since upper() depends on the database's locale.
create table donor_names (
    id         text    primary key,
    version    bigint  not null,
    donors     jsonb   not null,
    registered integer not null check (registered > 0)
);
insert into donor_names (id, version, donors, registered)
select name, count(*), jsonb_agg(donor order by place) filter (where place <= 50), count(*)
from (
    select name, donor, row_number() over (partition by name order by sequence) as place
    from (
        select sequence,
               fact ->> 'donor' as donor,
               translate(btrim(fact ->> 'name'), 'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ') as name
        from (
            select sequence, convert_from(body, 'UTF8')::jsonb -> 'data' as fact
            from journal.entry
            where type = 'pledges.DonorRegistered.v1') entries) named) registered
group by name;

-- A donor's first fifty pledges to a fund, in the order in which they were announced, and how many there are.
create table donor_pledges (
    id        text    primary key,
    version   bigint  not null,
    pledges   jsonb   not null,
    announced integer not null check (announced > 0)
);
insert into donor_pledges (id, version, pledges, announced)
select fund || '/' || donor, count(*), jsonb_agg(pledge order by place) filter (where place <= 50), count(*)
from (
    select fund,
           fact ->> 'donor' as donor,
           fact ->> 'pledgeId' as pledge,
           row_number() over (partition by fund, fact ->> 'donor' order by sequence) as place
    from (
        select fund, sequence, convert_from(body, 'UTF8')::jsonb -> 'data' as fact
        from journal.entry
        where type = 'pledges.PledgeAnnounced.v1') entries) announced
group by fund, donor;

-- Which window of a fund a name stands for: the first opened, unless another has the same name.
create table window_names (
    id        text    primary key,
    version   bigint  not null,
    code      text    not null,
    ambiguous boolean not null
);
insert into window_names (id, version, code, ambiguous)
select fund || '/' || name, count(*), (array_agg(code order by sequence))[1], count(*) > 1
from (
    select fund, sequence, fact ->> 'window' as code,
           translate(btrim(fact ->> 'name'), 'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ') as name
    from (
        select fund, sequence, convert_from(body, 'UTF8')::jsonb -> 'data' as fact
        from journal.entry
        where type = 'pledges.WindowOpened.v1') entries) opened
group by fund, name;

grant select, insert, update on
    donor_names, donor_pledges, window_names
    to $app$;
