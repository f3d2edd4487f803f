using System.Net;
using System.Net.Sockets;

namespace AppHost.Tests;

public sealed class PortsTests
{
    [Fact]
    public void The_usual_port_is_taken_when_it_is_free()
    {
        var usual = Ports.ChooseAny();
        Ports.Release(usual);
        Assert.Equal(usual, new Ports(null).Choose("pledges/http", usual));
    }

    [Fact]
    public void A_port_that_somebody_listens_on_is_avoided()
    {
        var usual = Ports.ChooseAny();
        Ports.Release(usual);
        using var somebody = new TcpListener(IPAddress.Loopback, usual);
        somebody.Start();
        var chosen = new Ports(null).Choose("pledges/http", usual);
        Assert.NotEqual(usual, chosen);
        Assert.InRange(chosen, 1024, 32767);
    }

    [Fact]
    public void A_port_that_another_platform_has_chosen_but_does_not_listen_on_yet_is_avoided()
    {
        var usual = Ports.ChooseAny();
        Ports.Release(usual);
        using (var anotherPlatform = PortReservation.TryTake(usual))
        {
            Assert.NotNull(anotherPlatform);
            Assert.NotEqual(usual, new Ports(null).Choose("pledges/http", usual));
        }

        Assert.Equal(usual, new Ports(null).Choose("pledges/http", usual));
    }

    [Fact]
    public void No_port_is_given_twice()
    {
        var ports = new Ports(null);
        var usual = Ports.ChooseAny();
        Ports.Release(usual);
        Assert.NotEqual(ports.Choose("pledges/http", usual), ports.Choose("contracts/http", usual));
    }

    [Fact]
    public void A_data_folder_gets_the_same_ports_again()
    {
        using var folder = new ScratchFolder();
        var chosen = new Ports(folder.In("ports.json")).Choose("pledges/http", null);
        Ports.Release(chosen);
        Assert.Equal(chosen, new Ports(folder.In("ports.json")).Choose("pledges/http", 5101));
    }
}
