-- When the money of a pledge is in the books, which may be later than it took effect: nothing that rests on it is booked before.
alter table pledges
    add column last_allocated_on date;

-- An entry from before periods were kept has no booking date, and goes by its value date.
with booked as materialized (
    select type, value_date, convert_from(body, 'UTF8')::jsonb as entry
    from journal.entry
    where type in ('pledges.ContributionReceived.v1', 'pledges.RefundTakenBack.v1', 'pledges.ContributionAllocated.v1')
), latest as (
    select
        entry #>> '{data,pledgeId}' as pledge_id,
        max(coalesce((entry ->> 'bookingdate')::date, value_date)) filter (where type <> 'pledges.ContributionAllocated.v1') as received_on,
        max(coalesce((entry ->> 'bookingdate')::date, value_date)) filter (where type = 'pledges.ContributionAllocated.v1') as allocated_on
    from booked
    group by 1
)
update pledges
set last_received_on = latest.received_on, last_allocated_on = latest.allocated_on
from latest
where pledges.id = latest.pledge_id;
