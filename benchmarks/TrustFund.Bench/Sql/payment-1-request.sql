\set f random(1, :funds)
begin;
insert into claim (caller, route, key, request_hash, status, body) values ('fiona', 'payments', gen_random_uuid()::text, sha256('x'), 201, convert_to(repeat('y', 400), 'UTF8'));
select ceiling - reserved - paid from contract where id = :f;
insert into disbursement (contract, amount, status, requested_by) values (:f, 1, 'requested', 'fiona');
insert into entry (type, routing_key, fund, subject, actor, value_date, hash, body) values ('PaymentRequested', 'PaymentRequested', :f::text, gen_random_uuid()::text, 'fiona', current_date, sha256('x'), convert_to(repeat('x', 700), 'UTF8'));
commit;
