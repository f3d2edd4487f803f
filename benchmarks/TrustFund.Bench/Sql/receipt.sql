\set f random(1, :funds)
begin;
insert into claim (caller, route, key, request_hash, status, body) values ('fiona', 'receipts', gen_random_uuid()::text, sha256('x'), 201, convert_to(repeat('y', 400), 'UTF8'));
select certified, received from pledge where id = :f for update;
update pledge set received = received + 1, version = version + 1 where id = :f;
update fund set received = received + 1, version = version + 1 where id = :f;
insert into receipt (pledge, amount, received_on, bank_reference) values (:f, 1, current_date, gen_random_uuid()::text);
insert into entry (type, routing_key, fund, subject, actor, value_date, hash, body) values ('ContributionReceived', 'ContributionReceived', :f::text, gen_random_uuid()::text, 'fiona', current_date, sha256('x'), convert_to(repeat('x', 700), 'UTF8'));
commit;
