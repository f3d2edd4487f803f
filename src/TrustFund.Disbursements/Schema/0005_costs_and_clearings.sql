-- Charges of the bank count against what the Board set apart for management costs. Clearings of pre-financing and waivers of recovery orders
-- are kept one by one, so that each can be reversed.

alter table management_costs add column bank_charges numeric not null default 0 check (bank_charges >= 0);

-- Every charge, and every reversal of one, now writes its fund's row.
insert into management_costs (id, version, currency, allocated, reserved, paid, bank_charges)
select fund, count(*) + count(*) filter (where status = 'reversed'), max(currency), 0, 0, 0, coalesce(sum(amount) filter (where status = 'paid'), 0)
from costs where kind = 'bank-charge'
group by fund
on conflict (id) do update set version = management_costs.version + excluded.version, bank_charges = excluded.bank_charges;

alter table contracts add column prefinancing_payments jsonb not null default '[]';
alter table contracts add column clearings jsonb not null default '[]';

update contracts set prefinancing_payments = paid.ahead
from (
    select contract_id, jsonb_agg(jsonb_build_object('disbursement_id', id, 'paid_on', paid_on) order by paid_on, id collate "C") as ahead
    from disbursements where kind = 'pre-financing' and status = 'executed'
    group by contract_id) paid
where contracts.id = paid.contract_id;

update contracts set clearings = cleared.reports
from (
    select fact ->> 'contractId' as contract_id, jsonb_agg(jsonb_build_object(
        'id', fact ->> 'reportId', 'report', fact ->> 'report', 'amount', (fact #>> '{amount,amount}')::numeric,
        'cleared_on', fact ->> 'clearedOn', 'cleared_by', actor) order by sequence) as reports
    from (select sequence, actor, convert_from(body, 'UTF8')::jsonb -> 'data' as fact from journal.entry where type = 'disbursements.PrefinancingCleared.v1') entry
    group by 1) cleared
where contracts.id = cleared.contract_id;

alter table recoveries add column waivers jsonb not null default '[]';

-- Waivers had no ids: each is known by its place among those of its order.
update recoveries set waivers = waived.parts
from (
    select recovery_id, jsonb_agg(jsonb_build_object(
        'id', place::text, 'amount', (fact #>> '{amount,amount}')::numeric, 'waived_on', fact ->> 'waivedOn',
        'reason', fact ->> 'reason', 'waived_by', actor) order by sequence) as parts
    from (
        select sequence, actor, fact, fact ->> 'recoveryId' as recovery_id, row_number() over (partition by fact ->> 'recoveryId' order by sequence) as place
        from (select sequence, actor, convert_from(body, 'UTF8')::jsonb -> 'data' as fact from journal.entry where type = 'disbursements.RecoveryWaived.v1') entry) numbered
    group by recovery_id) waived
where recoveries.id = waived.recovery_id;
