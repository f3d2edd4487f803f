-- Which pledge a reference stands for is told from the journal again. 0002_whole_life took the least id of those with one reference, where the
-- first announced is meant, and left it to the database's locale which letters are folded. A reference with other than European letters is
-- left as it is.
delete from pledge_references
where id <> translate(
    id,
    'abcdefghijklmnopqrstuvwxyzµàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZΜÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŸĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ');

insert into pledge_references (id, version, pledge_id, ambiguous)
select fund || '/' || reference, count(*), (array_agg(pledge order by sequence))[1], count(*) > 1
from (
    select fund, sequence, fact ->> 'pledgeId' as pledge,
           translate(
               regexp_replace(fact ->> 'reference', '^\s+|\s+$', '', 'g'),
               'abcdefghijklmnopqrstuvwxyzµàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž',
               'ABCDEFGHIJKLMNOPQRSTUVWXYZΜÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŸĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ') as reference
    from (
        select fund, sequence, convert_from(body, 'UTF8')::jsonb -> 'data' as fact
        from journal.entry
        where type = 'pledges.PledgeAnnounced.v1') entries
    where fact ->> 'reference' !~ '[^\t-\u017f]') announced
where reference <> ''
group by fund, reference
on conflict (id) do update set version = excluded.version, pledge_id = excluded.pledge_id, ambiguous = excluded.ambiguous;
