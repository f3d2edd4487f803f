-- What an import passed over, and why: such rows are no problem, and are not booked.
alter table journal.import
    add column passed_over integer not null default 0,
    add column notices     jsonb   not null default '[]';
