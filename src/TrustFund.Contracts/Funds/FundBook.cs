namespace TrustFund.Contracts.Funds;

/// <summary>A fund, its windows in the order they were opened, and what is paid under each: all of one moment.</summary>
sealed record FundBook(Fund Fund, IReadOnlyList<WindowBook> Windows, decimal CrossWindowPaid);

/// <summary>A window and what is paid under its own actions.</summary>
sealed record WindowBook(Window Window, decimal Paid);
