-- One debit of the bank is booked once: what is booked as money that went out under a reference, receipts' reversals and refunds.

-- The id is the fund's code and the bank's reference in upper case; the letters are folded one by one, as the service does it, since upper()
-- depends on the database's locale.
create table bank_debits (
    id       text   primary key,
    version  bigint not null,
    bookings jsonb  not null
);

-- A refund that came back without an entry of the bank had been booked by mistake: its own entry is free again.
with said as materialized (
    select sequence, type, fund, convert_from(body, 'UTF8')::jsonb -> 'data' as fact
    from journal.entry
    where type in ('pledges.ReceiptReversed.v1', 'pledges.RefundCompleted.v1', 'pledges.RefundTakenBack.v1')
), freed as (
    select fact ->> 'requestId' as target
    from said
    where type = 'pledges.RefundTakenBack.v1' and fact ->> 'bankReference' is null
), booked as (
    select sequence,
           fund || '/' || translate(fact ->> 'bankReference',
               'abcdefghijklmnopqrstuvwxyzµàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž',
               'ABCDEFGHIJKLMNOPQRSTUVWXYZΜÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŸĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽ') as id,
           case type when 'pledges.RefundCompleted.v1' then 'refund' else 'reversal' end as kind,
           case type when 'pledges.RefundCompleted.v1' then fact ->> 'requestId' else fact ->> 'receiptId' end as target
    from said
    where type <> 'pledges.RefundTakenBack.v1' and fact ->> 'bankReference' is not null
), standing as (
    select booked.*, kind = 'refund' and target in (select freed.target from freed) as free
    from booked
)
insert into bank_debits (id, version, bookings)
select id,
       count(*) + count(*) filter (where free),
       coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'target', target) order by sequence) filter (where not free), '[]')
from standing
group by id;

grant select, insert, update on
    bank_debits
    to $app$;
