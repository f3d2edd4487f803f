using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// Which part of a list is asked for: <c>?limit=50&amp;after=…</c>. A handler takes it as a parameter, reads <see cref="Take"/> rows whose
/// key is greater than <see cref="After"/>, in order of that key, and answers with <see cref="Page{T}(IReadOnlyList{T}, Func{T, string})"/>.
/// </summary>
/// <param name="Limit">How many items at most, 1 to 200.</param>
/// <param name="After">The key of the last item seen, null for the first part.</param>
public sealed record PageRequest(int Limit, string? After) : IEndpointParameterMetadataProvider
{
    /// <summary>How many items a page has when nobody says.</summary>
    public const int DefaultLimit = 50;

    /// <summary>How many items a page has at most.</summary>
    public const int MaxLimit = 200;

    /// <summary>How many rows to read: one more than <see cref="Limit"/>, which tells whether another page follows.</summary>
    public int Take => Limit + 1;

    /// <summary>Reads <c>limit</c> and <c>after</c>; this is what minimal APIs call.</summary>
    /// <exception cref="InvalidRequestException">One of them is not what it must be.</exception>
    public static ValueTask<PageRequest?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = context.Request.Query;
        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var given)
            && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
        {
            throw new InvalidRequestException("limit", $"It must be a whole number from 1 to {MaxLimit}.");
        }

        var after = query.TryGetValue("after", out var cursor) ? Decode(cursor.ToString()) : null;
        return ValueTask.FromResult<PageRequest?>(new PageRequest(limit, after));
    }

    /// <summary>The key after which to go on, as a number or id; null for the first part.</summary>
    /// <exception cref="InvalidRequestException">The cursor holds no such key: it was made by another list.</exception>
    public T? AfterAs<T>()
        where T : struct, IParsable<T> => After switch
        {
            null => null,
            _ when T.TryParse(After, CultureInfo.InvariantCulture, out var key) => key,
            _ => throw Unknown(),
        };

    /// <summary>The answer for the rows read: at most <see cref="Limit"/> of them, and the cursor of the last one when more follow.</summary>
    /// <param name="rows">Up to <see cref="Take"/> rows, in order of their key.</param>
    /// <param name="key">The key by which the rows are ordered.</param>
    public Page<T> Page<T>(IReadOnlyList<T> rows, Func<T, string> key)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(key);
        return rows.Count <= Limit
            ? new Page<T>(rows, null)
            : new Page<T>([.. rows.Take(Limit)], Encode(key(rows[Limit - 1])));
    }

    /// <summary>Tells the OpenAPI document of the two query parameters.</summary>
    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new PagedMetadata());

    static string Encode(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    static string Decode(string cursor)
    {
        if (!Base64Url.IsValid(cursor) || cursor.Length == 0)
        {
            throw Unknown();
        }

        var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return key.Contains('\0', StringComparison.Ordinal) || Encode(key) != cursor.TrimEnd('=') ? throw Unknown() : key;
    }

    static InvalidRequestException Unknown() => new("after", "It must be the 'next' of a page of this list.");
}

/// <summary>Marks a list that takes <c>limit</c> and <c>after</c>.</summary>
sealed record PagedMetadata;
