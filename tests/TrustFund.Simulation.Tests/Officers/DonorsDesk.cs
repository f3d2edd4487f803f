using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;

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

    /// <summary>The donor leaves the Union, or comes back.</summary>
    public static Order? ChangeDonorKind(Draw draw) => Draw.Pick(Draw.Kept<Donor>(draw.World.Pledges), draw.Step.Other) is not { } donor ? null : draw.Of(
        draw.World.Pledges,
        new ChangeDonorKind(donor.Id, draw.Step.Third % 2 == 0 ? DonorKind.ThirdDonor : DonorKind.MemberState, AnnouncedOn.AddDays(draw.Step.Third), "It left the Union."),
        Outcome.AsItMay);

    public static Order AnnouncePledge(Draw draw)
    {
        var (pledges, donor) = (draw.World.Pledges, Donors[draw.Step.Other % Donors.Length]);
        var amount = draw.Amount(draw.Fund, 200_000 * draw.Fund.Scale, times: 10);
        var reference = draw.Step.Third % 4 > 0 ? null : $"{(draw.Step.Units % 2 == 0 ? "Letter" : "LETTER")} {draw.Step.Third % 40}";
        var taken = reference is not null && Draw.Kept<Pledge>(pledges).Any(pledge => pledge.Fund == draw.Fund.Code && reference.Equals(pledge.Reference, StringComparison.OrdinalIgnoreCase));
        var command = new AnnouncePledge(
            draw.KnownCode(draw.Fund.Code), draw.NextId("pledge"), donor, amount, draw.Day(AnnouncedOn), null, reference);
        return draw.Of(pledges, command,
            pledges.Service.Find<FundTotals>(draw.Fund.Code) is not { } totals || pledges.Service.Find<Donor>(donor) is null ? Outcome.Refused
            : taken && !draw.BadId ? Outcome.RefusedAs("reference-taken")
            : draw.UpTo(amount, Money.Limit - draw.Fund.Unit - totals.Pledged, "beyond-limit"));
    }

    /// <summary>A promise in the donor's own currency, at a rate of its own or at the month's.</summary>
    public static Order AnnounceAbroad(Draw draw)
    {
        var amount = draw.Amount(draw.Fund.Abroad, draw.Fund.ScaleAbroad, 200_000 * draw.Fund.ScaleAbroad, times: 10);
        return draw.Of(
            draw.World.Pledges,
            new AnnouncePledge(
                draw.KnownCode(draw.Fund.Code), draw.NextId("pledge"), Donors[draw.Step.Other % Donors.Length], amount, draw.Day(AnnouncedOn), null, null,
                Rate(draw, draw.Fund, AnnouncedOn)),
            amount.IsPositive ? draw.AsItMay : Outcome.Refused);
    }

    /// <summary>The rate of an entry; at times it is left out.</summary>
    public static RateQuote? Rate(Draw draw, FundOfPlay fund, DateOnly on) => draw.Step.Third % 7 == 0 ? null : fund.Rate(draw.Step.Third, on);

    public static Order RecordFxRate(Draw draw)
    {
        var on = draw.Step.Third % 2 == 0 ? AnnouncedOn : ContributionsDesk.ReceivedOn;
        var rate = draw.Fund.Rate(draw.Step.Other, on);
        return draw.Of(
            draw.World.Pledges,
            new RecordFxRate(Currency.Of(rate.Base), Currency.Of(rate.Quote), rate.Rate, rate.Date, rate.Source, Replaces: draw.Step.Third % 3 == 0),
            Outcome.AsItMay);
    }

    public static Order? ConfirmPledge(Draw draw) => Draw.Pick(Draw.Kept<Pledge>(draw.World.Pledges), draw.Step.Which) is not { } pledge ? null : draw.Of(
        draw.World.Pledges,
        new ConfirmPledge(draw.Code(pledge.Fund), draw.Id(pledge.Id), draw.Day(AnnouncedOn.AddDays(30)), "Letter 1"),
        draw.BadId || draw.BadDate ? Outcome.Refused
        : pledge.WithdrawnOn is not null ? Outcome.RefusedAs("pledge-withdrawn")
        : pledge.ConfirmedOn is not null ? Outcome.RefusedAs("already-confirmed")
        : Outcome.Accepted);

    public static Order? WithdrawPledge(Draw draw) => Draw.Pick(Draw.Kept<Pledge>(draw.World.Pledges), draw.Step.Which) is not { } pledge ? null : draw.Of(
        draw.World.Pledges,
        // The ids of its parts follow from its own.
        new WithdrawPledge(draw.Code(pledge.Fund), draw.Id(pledge.Id), NumberedId(draw), draw.Day(AnnouncedOn.AddDays(500)), "Its parliament did not agree."),
        draw.BadId || draw.BadDate ? Outcome.Refused : pledge.WithdrawnOn is not null ? Outcome.RefusedAs("pledge-withdrawn") : Outcome.Accepted);

    static string NumberedId(Draw draw)
    {
        var number = int.Parse(draw.NextId("withdrawal").Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        return new Guid(0x0190_0000, 0, 0x7000, [0x80, 0, 0, 0, (byte)(number >> 8), (byte)number, 0, 0]).ToString();
    }

    public static Order? RaisePledge(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var fund = FundOfPlay.Of(pledge.Fund);
        var currency = pledge.Own().Currency;
        var amount = draw.Amount(currency, fund.ScaleOf(currency), 700 * fund.ScaleOf(currency), times: 3);
        var raisedOn = AnnouncedOn.AddDays(60);
        return draw.Of(pledges,
            new RaisePledge(draw.Code(pledge.Fund), draw.Id(pledge.Id), amount, draw.Day(raisedOn), pledge.Foreign is null ? null : Rate(draw, fund, raisedOn)),
            pledge.WithdrawnOn is not null ? Outcome.Refused
            : pledge.Foreign is not null ? amount.IsPositive ? draw.AsItMay : Outcome.Refused
            : draw.UpTo(amount, Money.Limit - fund.Unit - pledges.Service.Get<FundTotals>(fund.Code).Pledged, "beyond-limit"));
    }

    public static Order PledgeInKind(Draw draw)
    {
        var (pledges, donor, quantity) = (draw.World.Pledges, Donors[draw.Step.Other % Donors.Length], draw.Step.Units / 100m);
        // Mostly to the fund that collects something besides money.
        var fund = draw.Step.Third % 4 == 0 ? draw.Fund.Code : FundOfPlay.All[2].Code;
        var command = new PledgeInKind(draw.KnownCode(fund), draw.NextId("in-kind"), donor, quantity, "Place", draw.Day(AnnouncedOn), null);
        var known = pledges.Service.Find<PledgingFund>(fund) is { InKind: not null } && pledges.Service.Find<Donor>(donor) is not null;
        return draw.Of(pledges, command, !known || draw.BadId || draw.BadDate ? Outcome.Refused : Outcome.Accepted);
    }

    public static Order? ChangeInKind(Draw draw) => Draw.Pick(Draw.Kept<InKindPledge>(draw.World.Pledges), draw.Step.Other) is not { } pledge ? null : draw.Of(
        draw.World.Pledges,
        draw.Step.Third % 2 == 0
            ? new ChangeInKind(pledge.Fund, pledge.Id, (draw.Step.Units / 100m) - 150, AnnouncedOn.AddDays(90), "Fewer could be received.")
            : new DeliverInKind(pledge.Fund, pledge.Id, draw.Step.Units / 200m, AnnouncedOn.AddDays(200), null),
        Outcome.AsItMay);
}
