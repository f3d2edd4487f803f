\set f random(1, :funds)
\set d random(1, 100000)
begin;
insert into claim (caller, route, key, request_hash, status, body) values ('fiona', 'payments', gen_random_uuid()::text, sha256('x'), 201, convert_to(repeat('y', 400), 'UTF8'));
update disbursement set status = 'verified', verified_by = 'vera', version = version + 1 where id = :d;
insert into entry (type, routing_key, fund, subject, actor, value_date, hash, body) values ('PaymentVerified', 'PaymentVerified', :f::text, gen_random_uuid()::text, 'fiona', current_date, sha256('x'), convert_to(repeat('x', 700), 'UTF8'));
commit;
