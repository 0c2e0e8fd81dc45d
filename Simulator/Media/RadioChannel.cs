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
/// the strongest interferer instead, and spare the beginning of the preamble, as LoRaSim does; and it may lock receivers on the first of two preambles. Transmissions that are destroyed or find no demodulator harm others all the same.</para>
/// <para>Left out: propagation delay (3.3 µs/km against milliseconds of airtime), fading within a transmission, adjacent-channel
/// interference, locking on a preamble. A sender reaches the receivers that its technology lists; what is too weak to be listed harms nobody.</para>
/// <para>Validated against pure and slotted ALOHA, capture, finite populations and ns-3's LoRaWAN module: <c>m2miot validate aloha
/// slotted-aloha lorasim lorawan-ns3</c>.</para>
/// </remarks>
public sealed class RadioChannel : RadioMedium
{
    private readonly Simulation _simulation;
    private readonly Transmission?[] _onAir;
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
        _onAir = new Transmission?[channels];
        _busyUntil = new SimTime[channels];
    }

    /// <summary>Number of channels [1].</summary>
    public int Channels => _onAir.Length;

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
        ref var first = ref _onAir[channel];
        var preamble = code < Rule.Lock.Count ? Rule.Lock[code] : Duration.Longest;
        for (var other = first; other is not null; other = other.Next)
        {
            if (other.Code == code && now - other.Start >= preamble)
            {
                LockOut(transmission, other);
            }

            Settle(transmission, other, now);
        }

        transmission.LinkBefore(first);
        first = transmission;
    }

    private protected override void Leave(Transmission transmission)
    {
        ref var first = ref _onAir[transmission.Channel];
        first = transmission.Unlink(first!);
    }

    /// <summary>Receivers that are locked on the older transmission do not follow the younger one.</summary>
    private void LockOut(Transmission younger, Transmission older)
    {
        var (mine, theirs) = (younger.Within, older.Within);
        for (var (i, j) = (0, 0); i < mine.Length && j < theirs.Length; )
        {
            var order = mine[i].Receiver - theirs[j].Receiver;
            if (order == 0 && younger.ReceptionAt(i) == Reception.Received && older.ReceptionAt(j) == Reception.Received)
            {
                younger.Set(i, Reception.NotSynchronised);
                Receivers[mine[i].Receiver].Decline(younger.End - younger.Start);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    /// <summary>Exchanges the energies of two transmissions at the receivers that hear both.</summary>
    private void Settle(Transmission younger, Transmission older, SimTime now)
    {
        var shared = SimTime.Min(younger.End, older.End) - now;
        var lead = younger.Code < Rule.Lead.Count ? Rule.Lead[younger.Code] : Duration.Zero;
        if (shared > lead)
        {
            var overlap = shared.TotalSeconds;
            Exchange(younger, overlap, older.Code, older, overlap, younger.Code);
        }
    }
}
