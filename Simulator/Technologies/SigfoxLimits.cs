using System.Globalization;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What rules and contract let a Sigfox device do.</summary>
/// <param name="options">Of the technology.</param>
internal sealed class SigfoxLimits(SigfoxOptions options)
{
    private const double SecondsPerHour = 3600;
    private const double SecondsPerDay = 86_400;

    /// <summary>Room for rates that are meant to be equal to a limit [1].</summary>
    private const double Rounding = 1 + 1e-9;

    /// <summary>Octets that content takes in a frame: a single bit stands in its head [B].</summary>
    public static int Payload(Content content) => content.Bits <= 1 ? 0 : content.PackedBytes;

    /// <summary>Most messages that a device may send [1/s]; +∞ without a limit.</summary>
    /// <param name="airtime">Of a frame of each.</param>
    public double MessagesPerSecond(Duration airtime) =>
        Math.Min(ByRule(airtime), options.UplinksPerDay is { } daily ? daily / SecondsPerDay : double.PositiveInfinity);

    /// <summary>Why a device cannot have some messages, or null if it can.</summary>
    public string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        var (up, down) = (flows.Where(flow => !flow.IsToDevice).ToList(), flows.Where(flow => flow.IsToDevice).ToList());
        return TooLarge(up, SigfoxFrame.MaximumPayload, "an uplink")
            ?? TooLarge(down, SigfoxFrame.DownlinkPayload, "a downlink")
            ?? StaysTooLong(up)
            ?? TooMuchAirtime(up)
            ?? TooMany(up, options.UplinksPerDay, "uplinks")
            ?? TooMany(down, options.DownlinksPerDay, "downlinks");
    }

    private static string? TooLarge(List<DeviceFlow> flows, int limit, string what) =>
        flows.Count > 0 && flows.Max(flow => flow.Content.PackedBytes) is var bytes && bytes > limit
            ? $"{bytes} B do not fit: {what} of Sigfox carries at most {limit} B."
            : null;

    private string? StaysTooLong(List<DeviceFlow> up) =>
        options.DwellTime is { } dwell && up.Count > 0 && up.Max(AirtimeOf) is var airtime && airtime > dwell
            ? $"a frame of {airtime} is longer than the dwell time of {dwell}."
            : null;

    /// <summary>What the duty cycle, or the rest of the micro-channels, leaves time for.</summary>
    private string? TooMuchAirtime(List<DeviceFlow> up)
    {
        var used = up.Sum(flow => flow.BusiestPerSecond / ByRule(AirtimeOf(flow)));
        if (used <= Rounding)
        {
            return null;
        }

        var rate = up.Sum(flow => flow.BusiestPerSecond);
        var rule = options.DutyCycle < 1 ? $"a duty cycle of {Number(100 * options.DutyCycle)} %" : "hopping";
        return $"{Often(rate)} exceeds the {Number(rate / used * SecondsPerHour)} uplinks an hour for which {rule} leaves time, "
            + $"with {options.Repetitions} frames of {up.Max(AirtimeOf)} each.";
    }

    private static string? TooMany(List<DeviceFlow> flows, int? limit, string what)
    {
        var rate = flows.Sum(flow => flow.MessagesPerSecond);
        return rate * SecondsPerDay > limit * Rounding
            ? $"{Often(rate)} is {Number(rate * SecondsPerDay)} a day; the contract allows {limit} {what} a day."
            : null;
    }

    private double ByRule(Duration airtime)
    {
        var limit = options.DutyCycle / (options.Repetitions * airtime.TotalSeconds);
        return options.MicroChannels > 1 && options.MicroChannelRest > Duration.Zero
            ? Math.Min(limit, options.MicroChannels / (options.Repetitions * options.MicroChannelRest.TotalSeconds))
            : limit;
    }

    private Duration AirtimeOf(DeviceFlow flow) => options.Airtime(Math.Min(Payload(flow.Content), SigfoxFrame.MaximumPayload));

    private static string Often(double rate) => $"a message every {Span(1 / rate)}";

    private static string Span(double seconds) =>
        seconds >= SecondsPerDay ? $"{Number(seconds / SecondsPerDay)} d"
        : seconds >= SecondsPerHour ? $"{Number(seconds / SecondsPerHour)} h"
        : seconds >= 60 ? $"{Number(seconds / 60)} min"
        : $"{Number(seconds)} s";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
