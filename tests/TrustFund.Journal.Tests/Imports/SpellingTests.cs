using TrustFund.Journal.Imports;

namespace TrustFund.Journal.Tests.Imports;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("fx_rate", "fx_rat", true)]
    [InlineData("fx_rate", "exchange_rate", true)]
    [InlineData("currency", "curency", true)]
    [InlineData("currency", "curancy", true)]
    [InlineData("currency", "courrencies", false)]
    [InlineData("note", "notes", true)]
    [InlineData("note", "colour", false)]
    [InlineData("fx_rate", "colour", false)]
    [InlineData("due_on", "announced_on", false)]
    [InlineData("", "", true)]
    [InlineData("note", "", false)]
    public void Names_are_near_that_share_a_word_or_differ_by_few_letters(string one, string other, bool near)
    {
        Assert.Equal(near, Spelling.AreNear(one, other));
        Assert.Equal(near, Spelling.AreNear(other, one));
    }
}
