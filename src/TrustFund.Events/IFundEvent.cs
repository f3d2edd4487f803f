namespace TrustFund.Events;

/// <summary>
/// A fact about a fund's money that its owning service has recorded and will never change.
/// Implementations are records under <c>TrustFund.Events.&lt;Source&gt;.V&lt;n&gt;</c>; a published version is never edited, a new one stands beside it.
/// </summary>
public interface IFundEvent
{
    /// <summary>The event's fund for facts that belong to no single fund (a donor's or a partner's registration).</summary>
    const string Platform = "PLATFORM";

    /// <summary>Code of the fund the fact belongs to, upper case, or <see cref="Platform"/>.</summary>
    string Fund { get; }

    /// <summary>Id of the thing the fact is about (a pledge, a contract, …); becomes the CloudEvent's <c>subject</c>.</summary>
    string Subject { get; }

    /// <summary>The date on which the fact took effect in the world (a bank's value date, a signature), where it has one.</summary>
    DateOnly? ValueDate { get; }

    /// <summary>The id under which what the fact books can be reversed (a receipt's, a payment's, …), once and by itself; null where nothing can be.</summary>
    string? Document => null;

    /// <summary>The <see cref="Document"/> that the fact takes back, or asks to; null when it reverses nothing. It is booked no earlier than that.</summary>
    string? Reverses => null;
}
