using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;

namespace TrustFund.Pledges.Imports;

/// <summary>A pledge of a file: announced, and confirmed and certified where the row says so, by the rules that hold for any pledge.</summary>
sealed record ImportPledge(AnnouncePledge Announced, DateOnly? ConfirmedOn, CertifyPledge? Certified, RateCells? Rate) : Command<PledgeView>
{
    string PledgeId => Announced.PledgeId;

    public override IEnumerable<StateKey> Touches(States states)
    {
        foreach (var key in Announce(states).Touches(states).Concat(Certify(states)?.Touches(states) ?? []))
            yield return key;
        // Its pledge is not there yet, so what a certificate in another currency needs is named here.
        if (Certified is not null && Books(states) is { } books && books != Announced.Amount.Currency)
        {
            foreach (var key in Conversion.Touches(Announced.Fund, books, Announced.Amount.Currency, Quote(states), Certified.CertifiedOn))
                yield return key;
        }
    }

    public override Decision Decide(States states)
    {
        var facts = new List<IFundEvent>();
        // Only what it touches: a file has many rows, and each would copy all of them.
        var after = States.Loaded();
        foreach (var key in Touches(states))
            after.Load(key, states.Find(key));
        var confirm = ConfirmedOn is { } day ? new ConfirmPledge(Announced.Fund, PledgeId, day, null) : null;
        var certify = Certify(states);
        // Without the pledge, what does not depend on it is told all the same.
        var refusal = Add(Announce(states), after, facts) is { } unannounced
            ? Refusal.All(
                unannounced,
                (confirm?.By(Actor, At) as ConfirmPledge)?.CheckDay(Announced.AnnouncedOn),
                Named((certify?.By(Actor, At) as CertifyPledge)?.CheckAlone(states, Announced.AnnouncedOn)))
            : Refusal.All(confirm is null ? null : Add(confirm, after, facts), certify is null ? null : Named(Add(certify, after, facts)));
        return refusal is not null ? refusal : Decision.Record(facts);
    }

    public override PledgeView View(States states) => new(states.Get<Pledge>(PledgeId));

    AnnouncePledge Announce(States states) => Announced with { Rate = Quote(states) };

    CertifyPledge? Certify(States states) => Certified is null ? null : Certified with { PledgeId = PledgeId, Rate = Quote(states) };

    Currency? Books(States states) =>
        states.Holds(StateKey.Of<FundTotals>(Announced.Fund)) ? states.Find<FundTotals>(Announced.Fund)?.Currency : null;

    RateQuote? Quote(States states) => Books(states) is { } books ? Rate?.Between(books, Announced.Amount.Currency) : null;

    /// <summary>Decides a part upon what the parts before it did.</summary>
    Refusal? Add(Command part, States after, List<IFundEvent> facts)
    {
        var decision = part.By(Actor, At).Decide(after);
        if (decision.Refusal is not null)
            return decision.Refusal;
        foreach (var fact in decision.Events)
            PledgesEvolution.Shared.Apply(after, new Recorded("pledges", 0, At, Actor, null, fact));
        facts.AddRange(decision.Events);
        return null;
    }

    /// <summary>The certificate's amount has a column of its own, which may be empty; its one earmark and its one instalment are of that amount.</summary>
    Refusal? Named(Refusal? refusal) => Refusal.All(refusal?.Each().Select(each => each.Field is "amount" or "earmarks[0].amount" or "instalments[0].amount"
        ? each with { Field = Certified!.Amount == Announced.Amount ? "amount" : "certified.amount" }
        : each) ?? []);
}
