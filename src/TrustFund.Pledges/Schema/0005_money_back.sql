-- What Disbursements booked as money that came back is no contribution: a receipt or interest under its bank reference is refused.
create table money_back (
    id text primary key,
    version bigint not null,
    bookings jsonb not null
);

create table recovery_receipts (
    id text primary key,
    version bigint not null,
    entry_id text not null
);

grant select, insert, update on money_back, recovery_receipts to $app$;

-- What came back before stands in the journal of Disbursements alone, so that is followed anew from its beginning, as a follower that is new does
-- it. What was told of refunds is heard once more and kept as it was; what was decided upon it is decided, and is not decided again.
delete from refund_cash;
delete from journal.unapplied where source = 'disbursements' and replayed_at is null;
delete from journal.followed where source = 'disbursements';
