using System.Globalization;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>A million meters for a day, from nothing to the last uplink: how long it takes and how much memory.</summary>
/// <remarks>Apart from the others, as it is one long run and not a sample among many.</remarks>
internal static class LoRaWanDay
{
    private const int Devices = 1_000_000;

    /// <summary>One gateway, as in the other cases, hears each device; forty, two kilometres from the next, deliver nearly all.</summary>
    private static readonly (string Name, int Gateways, double Radius)[] Choices =
    [
        ("lorawan-day/1", 1, 5000),
        ("lorawan-day/40", 40, 12_000),
    ];

    public static IEnumerable<string> Names => Choices.Select(choice => choice.Name);

    public static void Run(string name)
    {
        var (_, gateways, radius) = Choices.Single(choice => choice.Name == name);
        var start = Environment.CpuUsage.TotalTime;
        var count = new Count();
        var fleet = new LoRaWanFleet(Devices, gateways, radius, count);
        var ready = Environment.CpuUsage.TotalTime;
        fleet.Simulation.RunUntil(SimTime.Start + 1.Days);
        var end = Environment.CpuUsage.TotalTime;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var (preparing, running) = ((ready - start).TotalSeconds, (end - ready).TotalSeconds);
        string[] lines =
        [
            $"{name}: {Devices} devices, gateways: {gateways}, an uplink an hour, one day",
            Line("preparing", preparing, "s of CPU"),
            Line("running", running, "s of CPU (goal: both in 30)"),
            Line(
                "uplinks",
                count.Uplinks,
                string.Create(CultureInfo.InvariantCulture, $"of which {(double)count.Arrived / count.Uplinks:P1} delivered")
            ),
            Line("events", fleet.Simulation.EventsFired, ""),
            Line("uplinks a second", count.Uplinks / running, "of CPU"),
            Line("events a second", fleet.Simulation.EventsFired / running, "of CPU"),
            Line("most memory", process.PeakWorkingSet64 / 1048576.0, "MiB of working set (goal: 1024)"),
        ];
        Console.WriteLine(string.Join(Environment.NewLine, lines));
    }

    private static string Line(string what, double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"  {what, -18}{value, 14:#,0.#} {unit}");

    private sealed class Count : Probe
    {
        public long Uplinks { get; private set; }

        public long Arrived { get; private set; }

        public override void Sent(in Message message, SimTime now) => Uplinks++;

        public override void Delivered(in Message message, int consumer, SimTime now) => Arrived++;
    }
}
