namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Which desk does what.</summary>
static class Desks
{
    /// <summary>The order that a step comes to; null when there is nothing yet to act upon.</summary>
    public static Order? Order(Draw draw) => draw.Step.What switch
    {
        Happening.EstablishFund => DonorsDesk.EstablishFund(draw),
        Happening.OpenWindow => DonorsDesk.OpenWindow(draw),
        Happening.RegisterDonor => DonorsDesk.RegisterDonor(draw),
        Happening.AnnouncePledge => DonorsDesk.AnnouncePledge(draw),
        Happening.RaisePledge => DonorsDesk.RaisePledge(draw),
        Happening.PledgeInKind => DonorsDesk.PledgeInKind(draw),
        Happening.CertifyPledge => ContributionsDesk.CertifyPledge(draw),
        Happening.RecordReceipt => ContributionsDesk.RecordReceipt(draw),
        Happening.ReduceUncertified => ContributionsDesk.ReduceUncertified(draw),
        Happening.ReduceCertified => ContributionsDesk.ReduceCertified(draw),
        Happening.RegisterPartner => CommitmentsDesk.RegisterPartner(draw),
        Happening.AllocateResources => CommitmentsDesk.AllocateResources(draw),
        Happening.ApproveAction => CommitmentsDesk.ApproveAction(draw),
        Happening.ApproveAcrossWindows => CommitmentsDesk.ApproveAcrossWindows(draw),
        Happening.SignContract => CommitmentsDesk.SignContract(draw),
        Happening.RequestDecommitment => CommitmentsDesk.RequestDecommitment(draw),
        Happening.RequestPayment => PaymentsDesk.RequestPayment(draw),
        Happening.AdvancePayment => PaymentsDesk.AdvancePayment(draw),
        Happening.StepOutOfTurn => PaymentsDesk.StepOutOfTurn(draw),
        Happening.RejectPayment => PaymentsDesk.RejectPayment(draw),
        Happening.OpenInstrument => LeverageDesk.OpenInstrument(draw),
        Happening.RecordOperation => LeverageDesk.RecordOperation(draw),
        Happening.SetMobilisationTarget => LeverageDesk.SetMobilisationTarget(draw),
        _ => throw new ArgumentOutOfRangeException(nameof(draw), draw.Step.What, "No desk does this."),
    };
}
