-- A deadline that passed after its fund was recorded, and before 0002_whole_life was applied, was to be awaited: it is recorded as passed now.
-- The fund was recorded at the latest when the first was decided in it. A day is over when it is over everywhere on earth.
update deadlines d
set awaited = true
where not d.awaited
  and d.last_day >= (select (min(e.recorded_at) at time zone 'UTC' - interval '12 hours')::date from journal.entry e where e.fund = d.fund);
