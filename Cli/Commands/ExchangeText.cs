using System.Globalization;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary>What a device alone in a cell does to send one packet, as the model says: a time line, and latencies by procedure and coverage.</summary>
internal static class ExchangeText
{
    /// <summary>A datagram of 72 B of content over IPv4 and UDP.</summary>
    private const int Packet = 100;

    /// <summary>Coupling losses at the edges of normal, robust and extreme coverage [dB].</summary>
    private static readonly double[] CouplingLosses = [144, 154, 164];

    /// <summary>The lines to print.</summary>
    /// <param name="entry">A technology over cells.</param>
    public static IEnumerable<string> Lines(CatalogEntry<Technology> entry)
    {
        var options = (CellRadioOptions)Activator.CreateInstance(entry.Options)!;
        var losses = CouplingLosses.Where(loss => loss <= Radio(entry, options).Air.MaximumCouplingLoss).ToList();
        yield return $"One packet of {Packet} B from a sleeping device alone in its cell, without loss, {losses[0]} dB of coupling loss:";
        yield return $"  {"from", 12} {"for", 12}  {"state", -11} {"B", 4}  what";
        foreach (var step in Exchange(entry, options, losses[0]).Steps)
        {
            var direction = step.Direction switch
            {
                AirDirection.Up => "up  ",
                AirDirection.Down => "down",
                _ => "    ",
            };
            var bytes = step.Bytes == 0 ? "" : step.Bytes.ToString(CultureInfo.InvariantCulture);
            yield return $"  {Milliseconds(step.Begin - SimTime.Start)} {Milliseconds(step.Length)}  {step.State, -11} {bytes, 4}  {direction} {step.Name}";
        }

        yield return "";
        yield return $"Until that packet has arrived, by procedure and coupling loss:";
        foreach (var procedure in Enum.GetValues<CellularProcedure>())
        {
            var latencies = losses.Select(loss =>
            {
                var exchange = Exchange(entry, options with { Procedure = procedure }, loss);
                return $"{loss} dB {Milliseconds(exchange.Until(exchange.Arrivals[0]))}";
            });
            yield return $"  {Names.Kebab(procedure.ToString()), -16} {string.Join("   ", latencies)}";
        }
    }

    private static ExchangeTimeline Exchange(CatalogEntry<Technology> entry, CellRadioOptions options, double loss) =>
        Radio(entry, options).Exchange(loss, Packet);

    private static CellRadioTechnology Radio(CatalogEntry<Technology> entry, CellRadioOptions options) =>
        (CellRadioTechnology)entry.Create(options);

    private static string Milliseconds(Duration time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds * 1000, 9:0.000} ms");
}
