-- What a review found missing: a second person and a way out for refunds, recoveries that bring more than was ordered, and the day a booking is of.

-- Four eyes: who asked for a refund does not execute it. Refunds of before Pledges told who asked have nobody here.
alter table refunds add column requested_by text;
alter table refunds add column refused_by text;
alter table refunds add constraint refund_executor_is_not_initiator check (executed_by <> requested_by);

-- What comes back above an order is a fact of the bank: it books, and stands as the order's excess. What is decided stays within the order.
alter table recoveries drop constraint settled_within_order;
alter table recoveries add constraint decided_within_order check ("offset" + waived <= amount);

-- The value date of what is booked, for the list of what no statement shows; receipts and interest of before have none.
update bank_entries entry set bookings = (
    select jsonb_agg(case
            when booking ->> 'kind' = 'payment' and paid.paid_on is not null then booking || jsonb_build_object('value_on', paid.paid_on)
            else booking
        end order by place)
    from jsonb_array_elements(entry.bookings) with ordinality as each (booking, place)
    left join disbursements paid on paid.id = booking ->> 'target_id')
where entry.bookings <> '[]';
create index bank_entries_not_shown on bank_entries (id)
    where bookings @? '$[*] ? (@.line_id == null && @.cancelled == false && @.amount != 0)';
