-- What is booked on a later day than it took effect, and can be reversed: its reversal is not booked before it. A state like any other.
create table public.late_bookings (
    id        text   primary key,
    version   bigint not null,
    booked_on date   not null
);
grant select, insert, update on public.late_bookings to $app$;

-- What was booked before this was kept. An entry from before periods were kept has no booking date, and goes by its value date.
with booked as materialized (
    select sequence, type, value_date, convert_from(body, 'UTF8')::jsonb as entry
    from journal.entry
    where value_date is not null and type in (
        'pledges.ContributionReceived.v1', 'pledges.InterestBooked.v1', 'pledges.RefundTakenBack.v1',
        'contracts.ResourcesAllocated.v1', 'contracts.ManagementCostsAllocated.v1',
        'disbursements.PaymentExecuted.v1', 'disbursements.PaymentImported.v1', 'disbursements.CostPaid.v1',
        'disbursements.RecoveryCashed.v1', 'disbursements.RecoveryWaived.v1', 'disbursements.PrefinancingCleared.v1', 'disbursements.RefundExecuted.v1',
        'leverage.OperationRecorded.v1', 'leverage.OperationSigned.v1', 'leverage.OperationDisbursed.v1', 'leverage.OperationCancelled.v1')
), late as (
    select sequence, (entry ->> 'bookingdate')::date as booked_on,
        case type
            when 'pledges.ContributionReceived.v1' then entry #>> '{data,receiptId}'
            when 'pledges.InterestBooked.v1' then entry #>> '{data,interestId}'
            when 'pledges.RefundTakenBack.v1' then entry #>> '{data,requestId}'
            when 'contracts.ResourcesAllocated.v1' then entry #>> '{data,allocationId}'
            when 'contracts.ManagementCostsAllocated.v1' then entry #>> '{data,allocationId}'
            when 'disbursements.PaymentExecuted.v1' then entry #>> '{data,disbursementId}'
            when 'disbursements.PaymentImported.v1' then entry #>> '{data,disbursementId}'
            when 'disbursements.CostPaid.v1' then entry #>> '{data,costId}'
            -- Receipts of before they had an id go by the bank's reference; waivers of before they had one cannot be told here.
            when 'disbursements.RecoveryCashed.v1' then (entry #>> '{data,recoveryId}') || '/' || coalesce(entry #>> '{data,receiptId}', entry #>> '{data,bankReference}')
            when 'disbursements.RecoveryWaived.v1' then (entry #>> '{data,recoveryId}') || '/' || (entry #>> '{data,waiverId}')
            when 'disbursements.PrefinancingCleared.v1' then entry #>> '{data,reportId}'
            when 'disbursements.RefundExecuted.v1' then entry #>> '{data,requestId}'
            when 'leverage.OperationRecorded.v1' then entry #>> '{data,operationId}'
            when 'leverage.OperationSigned.v1' then entry #>> '{data,signatureId}'
            when 'leverage.OperationDisbursed.v1' then entry #>> '{data,disbursementId}'
            when 'leverage.OperationCancelled.v1' then entry #>> '{data,cancellationId}'
        end as document
    from booked
    where (entry ->> 'bookingdate')::date > value_date
)
insert into public.late_bookings (id, version, booked_on)
select document, count(*), (array_agg(booked_on order by sequence desc))[1]
from late
where document is not null
group by document;
