using System.Globalization;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>A fleet of meters for a day, from nothing to the last uplink: how long it takes and how much memory.</summary>
/// <remarks>Apart from the others, as they are long runs and not samples among many.</remarks>
internal sealed record LoRaWanDay(string Name, int Devices, int Gateways, double Radius)
{
    /// <summary>
    /// One gateway for 10 000 devices on 79 km², as in <see cref="LoRaWanHop"/>, however many: 127 meters a square kilometre are a suburb, and
    /// a gateway's demodulators stay free enough. Devices, gateways and area grow together, so that a frame always meets the same air.
    /// </summary>
    private static readonly LoRaWanDay[] Series =
    [
        .. new[] { 1, 10, 100 }.Select(gateways => new LoRaWanDay(
            $"lorawan-day/{10_000 * gateways}",
            10_000 * gateways,
            gateways,
            5000 * Math.Sqrt(gateways)
        )),
    ];

    /// <summary>A million on one spot: all at one gateway, and at forty, two kilometres from the next, of which many hear each frame.</summary>
    private static readonly LoRaWanDay[] Crowds = [new("lorawan-day/1", 1_000_000, 1, 5000), new("lorawan-day/40", 1_000_000, 40, 12_000)];

    /// <summary>What can be asked for: the whole series, or a single day.</summary>
    public static IEnumerable<string> Names => ["lorawan-day", .. Series.Concat(Crowds).Select(day => day.Name)];

    public static void Run(string name)
    {
        // The first one is for the compiler.
        _ = Series[0].Simulate(out _, out _);
        foreach (var day in name == "lorawan-day" ? Series : Series.Concat(Crowds).Where(day => day.Name == name))
        {
            day.Run();
        }
    }

    private (TimeSpan Preparing, TimeSpan Running, long Bytes) Simulate(out LoRaWanFleet fleet, out Count count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Environment.CpuUsage.TotalTime;
        count = new Count();
        fleet = new LoRaWanFleet(Devices, Gateways, Radius, count);
        var ready = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var begin = Environment.CpuUsage.TotalTime;
        fleet.Simulation.RunUntil(SimTime.Start + 1.Days);
        return (ready - start, Environment.CpuUsage.TotalTime - begin, bytes);
    }

    private void Run()
    {
        var times = Simulate(out var fleet, out var count);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var (preparing, running) = (times.Preparing.TotalSeconds, times.Running.TotalSeconds);
        var hearing = (double)fleet.Links / Devices;
        string[] lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Name}: {Devices} devices, gateways: {Gateways}, radius {Radius / 1000:F1} km, an uplink an hour, one day"
            ),
            Line("preparing", preparing, "s of CPU"),
            Line("running", running, "s of CPU (goal: a million devices, both in 30)"),
            Line("delivered", 100.0 * count.Arrived / count.Uplinks, "% of the uplinks"),
            Line("events", fleet.Simulation.EventsFired, ""),
            Line("an uplink", 1e9 * running / count.Uplinks, "ns of CPU"),
            Line("gateways", hearing, "hear a device"),
            Line("an uplink heard", 1e9 * running / count.Uplinks / hearing, "ns of CPU for each gateway"),
            Line("a device", (double)times.Bytes / Devices, "B"),
            Line("most memory", process.PeakWorkingSet64 / 1048576.0, "MiB of working set (goal: 1024)"),
        ];
        Console.WriteLine(string.Join(Environment.NewLine, lines));
    }

    private static string Line(string what, double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"  {what, -18}{value, 14:#,0.##} {unit}");

    private sealed class Count : Probe
    {
        public long Uplinks { get; private set; }

        public long Arrived { get; private set; }

        public override void Sent(in Message message, SimTime now) => Uplinks++;

        public override void Delivered(in Message message, int consumer, SimTime now) => Arrived++;
    }
}
