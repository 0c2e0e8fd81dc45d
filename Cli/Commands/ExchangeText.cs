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
        var options = Activator.CreateInstance(entry.Options)!;
        var radio = Radio(entry, options);
        var losses = CouplingLosses
            .Where(loss => loss <= radio.Air.MaximumCouplingLoss)
            .DefaultIfEmpty(radio.Air.MaximumCouplingLoss)
            .ToList();
        yield return $"One packet of {Packet} B from a sleeping device alone in its cell, without loss, {losses[0]} dB of coupling loss:";
        yield return $"  {"from", 12} {"for", 12}  {"state", -11} {"B", 4}  what";
        foreach (var step in radio.Exchange(losses[0], Packet).Steps)
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

        if (options is not CellRadioOptions connection)
        {
            yield break;
        }

        yield return "";
        yield return $"Until that packet has arrived, by procedure and coupling loss:";
        foreach (var procedure in ((CellRadioTechnology)radio).Procedures)
        {
            var latencies = losses.Select(loss =>
            {
                var exchange = Radio(entry, connection with { Procedure = procedure }).Exchange(loss, Packet);
                return $"{loss} dB {Milliseconds(exchange.Until(exchange.Arrivals[0]))}";
            });
            yield return $"  {Names.Kebab(procedure.ToString()), -16} {string.Join("   ", latencies)}";
        }
    }

    private static CellTechnology Radio(CatalogEntry<Technology> entry, object options) => (CellTechnology)entry.Create(options);

    private static string Milliseconds(Duration time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds * 1000, 9:0.000} ms");
}
