using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A band in which narrow transmissions stand at any frequency, and receivers that hear all of it at once: ultra-narrowband radio.</summary>
/// <remarks>
/// <para>Modelled: transmissions of several waveforms, each even over its bandwidth around a carrier anywhere in the band. Two of them meet if they overlap in time
/// and their carriers are nearer than half the sum of their bandwidths; then each takes from the other the part of its energy that lies within the other's
/// bandwidth. What all others did to a transmission at a receiver is added up and held against the ratio that its waveform bears. That is ALOHA in
/// time and frequency (Goursaud and Mo, 2016; Li et al., arXiv:1606.04791) with capture by energy.</para>
/// <para>Left out: propagation delay; the shape of real spectra, whose side lobes reach beyond the bandwidth; drift during a transmission and error of the
/// carrier, which is random anyway; fading within a transmission.</para>
/// <para>A transmission costs what is on the air near its frequency: those of a waveform stand in parts of the band that are about as wide as they are.</para>
/// <para>Validated against the closed form of ALOHA in time and frequency: <c>m2miot validate time-frequency-aloha</c>.</para>
/// </remarks>
public sealed class NarrowbandChannel : RadioMedium
{
    /// <summary>The interference of all waveforms is one sum, kept under this code.</summary>
    private const int Total = 0;

    private readonly Simulation _simulation;
    private readonly double _low;
    private readonly double _width;
    private readonly Occupants[] _occupants;

    /// <param name="name">Name of the technology.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="receivers">Who listens; each has a sensitivity for each waveform.</param>
    /// <param name="low">Lower edge of the band.</param>
    /// <param name="width">Its width; no carrier lies beyond.</param>
    /// <param name="waveforms">Which share the band; the code of a transmission is a number in this list.</param>
    public NarrowbandChannel(
        string name,
        Simulation simulation,
        IReadOnlyList<RadioReceiver> receivers,
        Frequency low,
        Frequency width,
        IReadOnlyList<NarrowbandWaveform> waveforms
    )
        : base(name, receivers, RuleOf(waveforms))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width.Hertz);
        (_simulation, _low, _width) = (simulation, low.Hertz, width.Hertz);
        _occupants = [.. waveforms.Select(waveform => new Occupants(waveform.Bandwidth.Hertz, _width))];
    }

    /// <summary>For how long the band would have been full if all that was sent had been packed into it: airtime times bandwidth over the width of the band.</summary>
    public Duration Busy { get; private set; }

    /// <summary>Puts a transmission on the air now.</summary>
    /// <param name="transmission">Must not be on the air; is told when it has ended.</param>
    /// <param name="waveform">Number of its waveform [1].</param>
    /// <param name="carrier">Frequency in its middle, within the band.</param>
    /// <param name="length">How long it lasts, above 0.</param>
    /// <param name="reaches">The receivers within reach, in the order of their numbers; must not change before the end.</param>
    public void Begin(NarrowbandTransmission transmission, int waveform, Frequency carrier, Duration length, Reach[] reaches)
    {
        var offset = carrier.Hertz - _low;
        if (!(offset >= 0 && offset <= _width))
        {
            throw new ArgumentOutOfRangeException(
                nameof(carrier),
                carrier.Hertz,
                $"The band of '{Name}' reaches from {_low} to {_low + _width} Hz."
            );
        }

        var own = _occupants[waveform];
        transmission.Carrier = carrier;
        transmission.Begin(this, own.PartAt(offset), waveform, length, reaches, _simulation);
        Follow(transmission);
        Busy += Duration.FromSeconds(length.TotalSeconds * own.Bandwidth / _width);
        foreach (var others in _occupants)
        {
            if (others.Count > 0)
            {
                Meet(transmission, offset, own.Bandwidth, others);
            }
        }

        own.Add(transmission);
    }

    private protected override void Leave(Transmission transmission) =>
        _occupants[transmission.Code].Remove((NarrowbandTransmission)transmission);

    /// <summary>Settles a transmission that begins with all of one waveform that are near.</summary>
    private void Meet(NarrowbandTransmission younger, double offset, double bandwidth, Occupants others)
    {
        var reach = (bandwidth + others.Bandwidth) / 2;
        var narrower = Math.Min(bandwidth, others.Bandwidth);
        var last = others.PartAt(Math.Min(offset + reach, _width));
        for (var part = others.PartAt(Math.Max(offset - reach, 0)); part <= last; part++)
        {
            for (var older = others.FirstIn(part); older is not null; older = older.Next)
            {
                var common = Math.Min(narrower, reach - Math.Abs(younger.Carrier.Hertz - older.Carrier.Hertz));
                var shared = (SimTime.Min(younger.End, older.End) - younger.Start).TotalSeconds;
                if (common > 0 && shared > 0)
                {
                    Exchange(younger, shared * common / others.Bandwidth, older, shared * common / bandwidth);
                }
            }
        }
    }

    /// <summary>Exchanges the energies of two transmissions at the receivers that hear both.</summary>
    /// <param name="younger">The one that begins.</param>
    /// <param name="suffers">Seconds of the older's power that lie within its bandwidth [s].</param>
    /// <param name="older">The one that is on the air.</param>
    /// <param name="olderSuffers">Seconds of the younger's power that lie within its bandwidth [s].</param>
    private static void Exchange(NarrowbandTransmission younger, double suffers, NarrowbandTransmission older, double olderSuffers)
    {
        var (mine, theirs) = (younger.Within, older.Within);
        var (i, j) = (0, 0);
        while (i < mine.Length && j < theirs.Length)
        {
            var order = mine[i].Receiver - theirs[j].Receiver;
            if (order == 0)
            {
                older.Suffer(j, Total, mine[i].Milliwatts * olderSuffers);
                younger.Suffer(i, Total, theirs[j].Milliwatts * suffers);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private static RejectionRule RuleOf(IReadOnlyList<NarrowbandWaveform> waveforms)
    {
        ArgumentNullException.ThrowIfNull(waveforms);
        var ratios = new double[waveforms.Count, waveforms.Count];
        for (var own = 0; own < waveforms.Count; own++)
        {
            for (var other = 0; other < waveforms.Count; other++)
            {
                ratios[own, other] = waveforms[own].LeastRatio;
            }
        }

        return new RejectionRule(ratios);
    }

    /// <summary>The transmissions of one waveform that are on the air, by the part of the band in which their carriers lie.</summary>
    private sealed class Occupants
    {
        /// <summary>A finer division of a band saves nothing any more.</summary>
        private const int GreatestParts = 4096;

        private readonly NarrowbandTransmission?[] _first;
        private readonly double _partsPerHertz;

        public Occupants(double bandwidth, double width)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bandwidth);
            Bandwidth = bandwidth;
            _first = new NarrowbandTransmission?[(int)Math.Clamp(width / bandwidth, 1, GreatestParts)];
            _partsPerHertz = _first.Length / width;
        }

        /// <summary>Of each [Hz].</summary>
        public double Bandwidth { get; }

        /// <summary>How many are on the air [1].</summary>
        public int Count { get; private set; }

        public int PartAt(double offset) => Math.Min((int)(offset * _partsPerHertz), _first.Length - 1);

        public NarrowbandTransmission? FirstIn(int part) => _first[part];

        public void Add(NarrowbandTransmission transmission)
        {
            ref var first = ref _first[transmission.Channel];
            transmission.LinkBefore(first);
            first = transmission;
            Count++;
        }

        public void Remove(NarrowbandTransmission transmission)
        {
            ref var first = ref _first[transmission.Channel];
            first = transmission.Unlink(first!);
            Count--;
        }
    }
}
