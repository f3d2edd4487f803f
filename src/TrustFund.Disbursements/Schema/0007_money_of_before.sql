-- A database of the first version, which comes here without a decision of a later one, kept neither whose money was paid nor which entries of
-- the bank are receipts. Of what it paid nobody can say whose it was. What donors brought stands in the journal of Pledges, so all of that is
-- heard again, from the beginning; until then there is no cash to authorise. Later versions' entries say the day they are booked on.
do $do$
begin
    if exists (select from fund_sources)
        or exists (select from journal.entry where convert_from(body, 'UTF8')::jsonb ? 'bookingdate') then
        return;
    end if;

    update disbursements set attribution = jsonb_build_array(jsonb_build_object('donor', 'UNATTRIBUTED', 'window', null, 'amount', amount))
    where status = 'executed';

    insert into contract_sources (id, version, fund, currency, parts)
    select contract_id, count(*), max(fund), max(currency),
        jsonb_build_array(jsonb_build_object('donor', 'UNATTRIBUTED', 'window', null, 'amount', sum(amount)))
    from disbursements where status = 'executed'
    group by contract_id;

    insert into fund_sources (id, version, currency, pots, unattributed)
    select fund, count(*), max(currency), '[]', sum(amount)
    from disbursements where status = 'executed'
    group by fund;

    -- What is left of a fund's cash until then are its payments and what is authorised.
    update fund_cash set received = 0, unallocated = 0, receipt_traces = '[]', version = (
        select count(*) from journal.entry
        where fund = fund_cash.id and (
            type in ('disbursements.PaymentAuthorised.v1', 'disbursements.PaymentExecuted.v1')
            or (type = 'disbursements.PaymentRejected.v1' and (convert_from(body, 'UTF8')::jsonb #>> '{data,wasReserved}')::boolean)));
    delete from journal.unapplied where source = 'pledges';
    delete from journal.followed where source = 'pledges';
end
$do$;
