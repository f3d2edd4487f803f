using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace TrustFund.Provisioning.Broker;

/// <summary>The few calls of RabbitMQ's management API that provisioning makes, on the virtual host <c>/</c>; 3.10 and 4.x take them alike.</summary>
sealed class ManagementApi : IDisposable
{
    readonly HttpClient http;

    public ManagementApi(Uri address, Uri messaging)
    {
        var credentials = messaging.UserInfo.Split(':', 2);
        if (credentials is not [{ Length: > 0 }, _])
        {
            throw new ProvisioningException("The setting ConnectionStrings__messaging must name the broker's administrator and its password.");
        }

        Administrator = Uri.UnescapeDataString(credentials[0]);
        http = new HttpClient { BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/api/"), Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Administrator}:{Uri.UnescapeDataString(credentials[1])}")));
    }

    /// <summary>The login that these calls are made with.</summary>
    public string Administrator { get; }

    /// <summary>Why the broker cannot be used yet; nothing when it can.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancel)
    {
        try
        {
            using var response = await http.GetAsync("overview", cancel);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => null,
                HttpStatusCode.Unauthorized => $"it refuses its administrator '{Administrator}'",
                var status => $"its management API answers {(int)status}",
            };
        }
        catch (HttpRequestException absent)
        {
            return absent.Message;
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "its management API takes longer than 20 seconds to answer";
        }
    }

    /// <summary>Makes something as described, or sees that it is so already.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> PutAsync(string what, IEnumerable<string> path, object body, CancellationToken cancel)
    {
        using var response = await http.PutAsJsonAsync(Path(path), body, cancel);
        await ExpectSuccessAsync(what, response, cancel);
        return response.StatusCode == HttpStatusCode.Created;
    }

    /// <summary>Adds something that has no name of its own, such as a binding; adding it again changes nothing.</summary>
    public async Task PostAsync(string what, IEnumerable<string> path, object body, CancellationToken cancel)
    {
        using var response = await http.PostAsJsonAsync(Path(path), body, cancel);
        await ExpectSuccessAsync(what, response, cancel);
    }

    /// <summary>Removes something.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> DeleteAsync(string what, IEnumerable<string> path, CancellationToken cancel)
    {
        using var response = await http.DeleteAsync(new Uri(Path(path), UriKind.Relative), cancel);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        await ExpectSuccessAsync(what, response, cancel);
        return true;
    }

    public void Dispose() => http.Dispose();

    static string Path(IEnumerable<string> segments) => string.Join('/', segments.Select(Uri.EscapeDataString));

    static async Task ExpectSuccessAsync(string what, HttpResponseMessage response, CancellationToken cancel)
    {
        if (!response.IsSuccessStatusCode)
        {
            var reason = await response.Content.ReadAsStringAsync(cancel);
            throw new ProvisioningException($"RabbitMQ refused {what} ({(int)response.StatusCode}): {reason}");
        }
    }
}
