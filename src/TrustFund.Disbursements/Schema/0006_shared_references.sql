-- References under which several things are booked are few, and asked for every few minutes: which of them count one entry of the bank twice.
create index bank_entries_shared on bank_entries (id) where jsonb_array_length(bookings) > 1;
