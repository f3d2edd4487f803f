-- The reversal of a clearing that is booked later than it took effect: until then the books have the clearing.
insert into public.late_bookings (id, version, booked_on)
select entry #>> '{data,reportId}' || '/reversal', 1, (entry ->> 'bookingdate')::date
from (
    select value_date, convert_from(body, 'UTF8')::jsonb as entry
    from journal.entry
    where type = 'disbursements.PrefinancingClearingReversed.v1') reversals
where (entry ->> 'bookingdate')::date > value_date
on conflict (id) do nothing;
