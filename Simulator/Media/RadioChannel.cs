using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A radio band: channels that do not harm each other, transmissions on them, and the receivers that hear them.</summary>
/// <remarks>
/// <para>Modelled: what is on the air, and for each pair of transmissions that overlap on a channel the energy that each takes from
/// the other at each receiver that hears both. Since lengths are known, a pair is settled once, when the younger one begins. A
/// receiver follows a transmission from its start if it is strong enough, the receiver does not transmit itself and a demodulator is
/// free; at its end it is received if for every code the ratio of its energy to the energy of that code reaches the
/// <see cref="RejectionRule"/>. That is the rule of Magrin et al., ICC 2017, and of ns-3's LoRaWAN module; a rule may count the power of
/// the strongest interferer instead, and spare the beginning of the preamble, as LoRaSim does. Transmissions that are destroyed or find no demodulator harm others all the same.</para>
/// <para>Left out: propagation delay (3.3 µs/km against milliseconds of airtime), fading within a transmission, adjacent-channel
/// interference, locking on a preamble. A sender reaches the receivers that its technology lists; what is too weak to be listed harms nobody.</para>
/// <para>Validated against pure and slotted ALOHA, capture, finite populations and ns-3's LoRaWAN module: <c>m2miot validate aloha
/// slotted-aloha lorasim lorawan-ns3</c>.</para>
/// </remarks>
public sealed class RadioChannel : RadioMedium
{
    private readonly Simulation _simulation;

    /// <summary>By channel, and within it by receiver.</summary>
    private readonly HeardSignals[] _heard;
    private readonly SimTime[] _busyUntil;

    /// <param name="name">Name of the technology.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="receivers">Who listens.</param>
    /// <param name="channels">Number of channels [1], at least 1.</param>
    /// <param name="rule">Which transmissions survive interference.</param>
    public RadioChannel(string name, Simulation simulation, IReadOnlyList<RadioReceiver> receivers, int channels, RejectionRule rule)
        : base(name, receivers, rule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        _simulation = simulation;
        Channels = channels;
        _heard = new HeardSignals[channels * Receivers.Count];
        _busyUntil = new SimTime[channels];
    }

    /// <summary>Number of channels [1].</summary>
    public int Channels { get; }

    /// <summary>For how long there has been something on the air, of all channels together.</summary>
    public Duration Busy { get; private set; }

    /// <summary>Puts a transmission on the air now.</summary>
    /// <param name="transmission">Must not be on the air; is told when it has ended.</param>
    /// <param name="channel">0 to <see cref="Channels"/> − 1 [1].</param>
    /// <param name="code">0 to the rule's number of codes − 1 [1].</param>
    /// <param name="length">How long it lasts, above 0.</param>
    /// <param name="reaches">The receivers within reach, in the order of their numbers; must not change before the end.</param>
    public void Begin(Transmission transmission, int channel, int code, Duration length, Reach[] reaches)
    {
        transmission.Begin(this, channel, code, length, reaches, _simulation);
        Follow(transmission);
        var now = _simulation.Now;
        Busy += Duration.Max(transmission.End - SimTime.Max(now, _busyUntil[channel]), Duration.Zero);
        _busyUntil[channel] = SimTime.Max(_busyUntil[channel], transmission.End);
        for (var i = 0; i < reaches.Length; i++)
        {
            ref var heard = ref HeardAt(channel, reaches[i].Receiver);
            foreach (var (other, index) in heard.Signals)
            {
                Settle(transmission, i, other, index, now);
            }

            heard.Add(transmission, i);
        }
    }

    private protected override void Leave(Transmission transmission)
    {
        var reaches = transmission.Within;
        for (var i = 0; i < reaches.Length; i++)
        {
            HeardAt(transmission.Channel, reaches[i].Receiver).Remove(transmission, i);
        }
    }

    private ref HeardSignals HeardAt(int channel, int receiver) => ref _heard[channel * Receivers.Count + receiver];

    /// <summary>Exchanges the energies of two transmissions at a receiver that hears both.</summary>
    private void Settle(Transmission younger, int i, Transmission older, int j, SimTime now)
    {
        var shared = SimTime.Min(younger.End, older.End) - now;
        var lead = younger.Code < Rule.Lead.Count ? Rule.Lead[younger.Code] : Duration.Zero;
        if (shared <= lead)
        {
            return;
        }

        var (mine, theirs) = (younger.Within[i].Milliwatts, older.Within[j].Milliwatts);
        if (Rule.Sum == InterferenceSum.StrongestPower)
        {
            older.SufferStrongest(j, younger.Code, mine);
            younger.SufferStrongest(i, older.Code, theirs);
        }
        else
        {
            var overlap = shared.TotalSeconds;
            older.Suffer(j, younger.Code, mine * overlap);
            younger.Suffer(i, older.Code, theirs * overlap);
        }
    }
}
