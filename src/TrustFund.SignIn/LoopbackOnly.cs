using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace TrustFund.SignIn;

/// <summary>
/// Refuses to listen on anything but the machine's own loopback addresses. It sits where the socket is opened, so that no setting, whatever
/// its name, gets around it.
/// </summary>
sealed class LoopbackOnly(IOptions<SocketTransportOptions> options, ILoggerFactory logs) : IConnectionListenerFactory
{
    readonly SocketTransportFactory sockets = new(options, logs);

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        endpoint is IPEndPoint address && IPAddress.IsLoopback(address.Address)
            ? sockets.BindAsync(endpoint, cancellationToken)
            : throw new InvalidOperationException(
                $"The development issuer refuses to listen on {endpoint}: its passwords are public. Let ASPNETCORE_URLS name 127.0.0.1 or localhost.");
}
