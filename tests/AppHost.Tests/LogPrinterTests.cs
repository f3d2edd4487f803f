namespace AppHost.Tests;

public sealed class LogPrinterTests
{
    [Fact]
    public void Each_line_begins_with_its_resources_name_in_a_column()
    {
        using var output = new StringWriter();
        var printer = new LogPrinter(output, colours: false, nameWidth: 9);
        printer.Print("pledges", "one");
        printer.Print("contracts", "two");
        Assert.Equal($"pledges   | one{Environment.NewLine}contracts | two{Environment.NewLine}", output.ToString());
    }

    [Fact]
    public void On_a_terminal_each_resource_has_a_colour_of_its_own_and_keeps_it()
    {
        using var output = new StringWriter();
        var printer = new LogPrinter(output, colours: true, nameWidth: 0);
        printer.Print("pledges", "one");
        printer.Print("contracts", "two");
        printer.Print("pledges", "three");
        var lines = output.ToString().Split(Environment.NewLine);
        Assert.StartsWith("\e[36mpledges |\e[0m one", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\e[33mcontracts |\e[0m two", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\e[36mpledges |\e[0m three", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_are_no_colours_those_that_a_service_prints_are_taken_out()
    {
        using var output = new StringWriter();
        new LogPrinter(output, colours: false, nameWidth: 0).Print("pledges", "\e[40m\e[32minfo\e[39m\e[22m\e[49m: started");
        Assert.Equal($"pledges | info: started{Environment.NewLine}", output.ToString());
    }
}
