using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Officers;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who keep partners' bank accounts, read the bank's statements, and say who may authorise what.</summary>
static class BankDesk
{
    static readonly string[] Ibans = ["DE89370400440532013000", "BE68539007547034", "FR1420041010050500013M02606", "NL91ABNA0417164300"];
    static readonly DateOnly Day = new(2019, 2, 28);

    /// <summary>An account of the partner that a payment may name; at times none is named.</summary>
    public static string? AccountFor(Draw draw, string partner) => draw.Step.Other % 3 == 0
        ? null
        : Draw.Pick(Draw.Kept<BankAccount>(draw.World.Disbursements).Where(account => account.Partner == partner && account.Status == AccountStatus.Verified), draw.Step.Other)?.Id;

    public static bool IsClosed(Draw draw, string? account) =>
        account is not null && draw.World.Disbursements.Service.Get<BankAccount>(account).Status != AccountStatus.Verified;

    /// <summary>An account is entered, verified by another person, or closed.</summary>
    public static Order ChangeAccount(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        var partner = CommitmentsDesk.Partners[draw.Step.Other % 2];
        var account = Draw.Pick(Draw.Kept<BankAccount>(disbursements).Where(account => account.Partner == partner), draw.Step.Which);
        if (account is null || draw.Step.Third % 3 == 0)
        {
            var iban = Ibans[draw.Step.Third % Ibans.Length];
            return draw.Of(
                disbursements, new ProposeAccount(partner, draw.NextId("account"), new($"Partner {partner}", draw.BadAmount ? $"{iban[..^1]}9" : iban)),
                draw.BadAmount && !iban.EndsWith('9') ? Outcome.RefusedAs("invalid-iban") : Outcome.AsItMay);
        }
        return draw.Step.Third % 12 == 1
            ? draw.Of(disbursements, new CloseAccount(partner, draw.Id(account.Id), "It moved."), draw.Step.Flaw == Flaw.UnknownThing ? Outcome.Refused : Outcome.AsItMay)
            : draw.Of(disbursements, new VerifyAccount(partner, draw.Id(account.Id)),
                draw.Step.Flaw == Flaw.UnknownThing ? Outcome.RefusedAs("not-found")
                : account.Status != AccountStatus.Proposed ? Outcome.RefusedAs("wrong-state")
                : account.ProposedBy == draw.Person ? Outcome.RefusedAs("four-eyes")
                : Outcome.Accepted);
    }

    /// <summary>Large amounts are for some officers only; these may let others act in their place.</summary>
    public static Order SetAuthority(Draw draw)
    {
        var (disbursements, fund) = (draw.World.Disbursements, draw.Fund);
        if (draw.Step.Third % 3 == 0)
        {
            var limit = new Money((1 + (draw.Step.Units % 900)) * fund.Scale, fund.Currency);
            return draw.Of(
                disbursements, new SetBands(draw.KnownCode(fund.Code), new(Day.AddDays(draw.Step.Third), [new(limit, []), new(null, ["p0", "p1", "p3"])])),
                draw.BadId ? Outcome.Refused : Outcome.AsItMay);
        }
        var given = Draw.Pick(disbursements.Service.Find<FundTerms>(fund.Code)?.Delegations ?? [], draw.Step.Which);
        return draw.Of(
            disbursements,
            given is null || draw.Step.Third % 3 == 1
                ? new DelegateAuthority(draw.KnownCode(fund.Code), draw.NextId("delegation"), new(draw.Step.Other % 4 == 0 ? "p3" : "p2", Day, new(2030, 1, 1)))
                : new RevokeDelegation(draw.KnownCode(fund.Code), given.Id, "They are back.", MayRevokeAny: draw.Step.Other % 2 == 0),
            draw.BadId ? Outcome.Refused : Outcome.AsItMay);
    }

    /// <summary>A statement shows what is booked already, or what is yet to be.</summary>
    public static Order RecordStatement(Draw draw)
    {
        var (disbursements, fund) = (draw.World.Disbursements, draw.Fund);
        var booked = Draw.Pick(Draw.Kept<BankEntry>(disbursements).Where(entry => entry.Bookings.Count > 0 && entry.Id.StartsWith($"{fund.Code}/", StringComparison.Ordinal)), draw.Step.Which);
        var awaited = Draw.Pick(Draw.Kept<Payment>(disbursements).Where(payment => payment.Fund == fund.Code && payment.BankReference is null), draw.Step.Other);
        var lines = new List<StatementLine> { new("BE01", Day, new(-draw.Step.Units * fund.Scale, fund.Currency), $"unknown {draw.Step.Third}", null, null) };
        if (booked is not null)
            lines.Add(new("BE01", Day, new(booked.Bookings[0].Amount, fund.Currency), booked.Id[(fund.Code.Length + 1)..], null, null));
        if (awaited is not null)
            lines.Add(new("BE01", Day, -awaited.Money(), $"sepa {awaited.Id}", null, null));
        return draw.Of(disbursements, new RecordStatement(draw.KnownCode(fund.Code), draw.NextId("file"), lines), draw.BadId ? Outcome.RefusedAs("not-found") : Outcome.AsItMay);
    }

    /// <summary>A person says what a line stands for, or takes that back.</summary>
    public static Order? MatchLine(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<BankLine>(disbursements), draw.Step.Which) is not { } line)
            return null;
        if (line.MatchedKind is not null)
            return draw.Of(disbursements, new UnmatchLine(draw.Code(line.Fund), draw.Id(line.Id), "It was another one."), draw.BadId ? Outcome.RefusedAs("not-found") : Outcome.Accepted);
        var entries = Draw.Kept<BankEntry>(disbursements).Where(entry => entry.Id.StartsWith($"{line.Fund}/", StringComparison.Ordinal) && entry.Bookings.Count > 0).ToList();
        return (entries.Find(entry => entry.Fitting(line.Amount) is not null) ?? Draw.Pick(entries, draw.Step.Other)) is not { } entry ? null : draw.Of(
            disbursements,
            new MatchLine(draw.Code(line.Fund), draw.Id(line.Id), (entry.Fitting(line.Amount) ?? entry.Bookings[0]).Kind, (entry.Fitting(line.Amount) ?? entry.Bookings[0]).TargetId, entry.Id),
            draw.BadId ? Outcome.RefusedAs("not-found") : entry.Fitting(line.Amount) is not null ? Outcome.Accepted : Outcome.Refused);
    }
}
