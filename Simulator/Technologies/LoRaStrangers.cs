using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>LoRa frames of others whose channels overlap an ultra-narrow band: what of them lies in it, even over a channel's width.</summary>
/// <remarks>
/// Channels of 125 kHz of the LoRaWAN plan in whose region the band lies, with frames as those of others at a gateway: spreading factors alike likely. A chirp sweeps its
/// channel many times within a frame, so that its energy is even there.
/// </remarks>
internal sealed class LoRaStrangers
{
    private static readonly RegionalPlan[] Plans = [Eu868.Plan, Us915.Plan];

    private LoRaStrangers(IReadOnlyList<Part> parts, IReadOnlyList<Duration> airtimes) => (Parts, Airtimes) = (parts, airtimes);

    /// <summary>What of the channels lies in the band.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Of a frame, by data rate, alike likely.</summary>
    public IReadOnlyList<Duration> Airtimes { get; }

    /// <summary>What of them lies in the band as waveforms, whose order is that of <see cref="Parts"/>; nobody in the band receives them.</summary>
    public IEnumerable<NarrowbandWaveform> Waveforms => Parts.Select(part => new NarrowbandWaveform(part.Width, 0));

    /// <summary>Sensitivities of a station for these waveforms [dBm].</summary>
    public IEnumerable<double> Sensitivities => Parts.Select(_ => double.PositiveInfinity);

    private double MeanAirtime => Airtimes.Average(airtime => airtime.TotalSeconds);

    /// <summary>Those in a band.</summary>
    /// <param name="low">Its lower edge.</param>
    /// <param name="width">Its width.</param>
    public static LoRaStrangers In(Frequency low, Frequency width)
    {
        var plan = Array.Find(Plans, plan => PartsOf(plan, low, width).Any()) ?? Plans[0];
        return new LoRaStrangers([.. PartsOf(plan, low, width)], [.. plan.Uplinks.Take(plan.Narrow).Select(LoRaWanForeignTraffic.Airtime)]);
    }

    /// <summary>How many frames fill a share of the time of one channel [1/s].</summary>
    public double Rate(double load) => load / MeanAirtime;

    private static IEnumerable<Part> PartsOf(RegionalPlan plan, Frequency low, Frequency width)
    {
        foreach (var channel in plan.Channels.Where(channel => channel.Bandwidth == plan.Uplinks[0].Bandwidth))
        {
            var half = channel.Bandwidth.Hertz / 2;
            var from = Math.Max(channel.Centre.Hertz - half, low.Hertz);
            var to = Math.Min(channel.Centre.Hertz + half, low.Hertz + width.Hertz);
            if (from < to)
            {
                yield return new Part(new Frequency((from + to) / 2), new Frequency(to - from), (to - from) / channel.Bandwidth.Hertz);
            }
        }
    }

    /// <summary>What of a channel lies in the band.</summary>
    /// <param name="Middle">Frequency in its middle.</param>
    /// <param name="Width">Its width.</param>
    /// <param name="Share">Share of the channel's width, and so of a frame's power [1].</param>
    internal sealed record Part(Frequency Middle, Frequency Width, double Share);
}
