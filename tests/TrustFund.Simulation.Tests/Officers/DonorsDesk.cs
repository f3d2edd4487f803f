using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who establish funds and record what donors promise.</summary>
static class DonorsDesk
{
    public static readonly DateOnly AnnouncedOn = new(2016, 2, 1);

    static readonly string[] Donors = ["DE", "IT", "PT"];
    static readonly string[] Windows = ["HOA", "NOA", "SLC"];

    public static Order EstablishFund(Draw draw)
    {
        var pledges = draw.World.Pledges;
        var command = draw.Fund.Establish(draw.Day(FundOfPlay.Established)) with { Fund = draw.BadId ? IFundEvent.Platform : draw.Fund.Code };
        return draw.Of(pledges, command,
            draw.BadId || draw.BadDate ? Outcome.Refused
            : pledges.Service.Find<PledgingFund>(draw.Fund.Code) is not null ? Outcome.RefusedAs("already-exists")
            : Outcome.Accepted);
    }

    public static Order OpenWindow(Draw draw)
    {
        var (pledges, code) = (draw.World.Pledges, Windows[draw.Step.Other % Windows.Length]);
        return draw.Of(pledges, new OpenWindow(draw.KnownCode(draw.Fund.Code), code, $"Window {code}"),
            draw.BadId || pledges.Service.Find<PledgingFund>(draw.Fund.Code) is null ? Outcome.RefusedAs("not-found")
            : pledges.Service.Find<PledgingWindow>(PledgingWindow.IdOf(draw.Fund.Code, code)) is not null ? Outcome.RefusedAs("already-exists")
            : Outcome.Accepted);
    }

    public static Order RegisterDonor(Draw draw)
    {
        var (pledges, code) = (draw.World.Pledges, Donors[draw.Step.Other % Donors.Length]);
        return draw.Of(pledges, new RegisterDonor(code, $"Donor {code}", DonorKind.MemberState, draw.BadId ? "QQ" : code),
            pledges.Service.Find<Donor>(code) is not null ? Outcome.RefusedAs("already-exists")
            : draw.BadId ? Outcome.RefusedAs("unknown-country")
            : Outcome.Accepted);
    }

    public static Order AnnouncePledge(Draw draw)
    {
        var (pledges, donor) = (draw.World.Pledges, Donors[draw.Step.Other % Donors.Length]);
        var amount = draw.Amount(draw.Fund, 200_000 * draw.Fund.Scale, times: 10);
        var command = new AnnouncePledge(
            draw.KnownCode(draw.Fund.Code), draw.NextId("pledge"), donor, amount, draw.Day(AnnouncedOn), null, null);
        return draw.Of(pledges, command,
            pledges.Service.Find<FundTotals>(draw.Fund.Code) is not { } totals || pledges.Service.Find<Donor>(donor) is null ? Outcome.Refused
            : draw.UpTo(amount, Money.Limit - draw.Fund.Unit - totals.Pledged, "beyond-limit"));
    }

    public static Order? RaisePledge(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var fund = FundOfPlay.Of(pledge.Fund);
        var amount = draw.Amount(fund, 700 * fund.Scale, times: 3);
        return draw.Of(pledges, new RaisePledge(draw.Code(pledge.Fund), draw.Id(pledge.Id), amount, draw.Day(AnnouncedOn.AddDays(60))),
            draw.UpTo(amount, Money.Limit - fund.Unit - pledges.Service.Get<FundTotals>(fund.Code).Pledged, "beyond-limit"));
    }

    public static Order PledgeInKind(Draw draw)
    {
        var (pledges, donor, quantity) = (draw.World.Pledges, Donors[draw.Step.Other % Donors.Length], draw.Step.Units / 100m);
        var command = new PledgeInKind(
            draw.KnownCode(draw.Fund.Code), draw.NextId("in-kind"), donor, quantity, "Place", draw.Day(AnnouncedOn), null);
        var known = pledges.Service.Find<PledgingFund>(draw.Fund.Code) is { InKind: not null } && pledges.Service.Find<Donor>(donor) is not null;
        return draw.Of(pledges, command, !known || draw.BadId || draw.BadDate ? Outcome.Refused : Outcome.Accepted);
    }
}
