using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>ethernet</c>.</summary>
public sealed record EthernetOptions : LanOptions, IPriced
{
    /// <summary>Rate of every cable [bit/s].</summary>
    [Unit("bit/s", Minimum = 1e6, Maximum = 1e12)]
    [Figure(Mark.Chosen, "100BASE-TX, the common rate of industrial field devices")]
    public override BitRate Rate { get; init; } = 100.MegabitsPerSecond;

    /// <summary>Length of every cable [m].</summary>
    [Unit("m", Minimum = 0, Maximum = 40_000)]
    [Figure(Mark.Chosen, "longest copper segment, IEEE 802.3")]
    public override double CableLength { get; init; } = 100;

    /// <summary>Time that the switch needs per frame [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "industrial 100 Mbit/s switches: 2 to 10 us")]
    public override Duration SwitchProcessing { get; init; } = 5.Microseconds;

    /// <summary>Switches in a row from near to far nodes, each with a cable of the same length to the next [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Chosen, "one switch for all; in a row of machines, one in each")]
    public override int Switches { get; init; } = 1;

    /// <summary>Priority code point of the frames [1], which costs a tag of 4 B; nothing for frames without a tag, which queue like those of priority 0. Hops that differ in nothing else share cables and switches.</summary>
    [Unit("1", Minimum = 0, Maximum = 7)]
    [Figure(
        Mark.FromMemory,
        "IEEE 802.1Q: 0 best effort, 1 background, 5 voice, 6 control of the network, 7 the most urgent; without a tag unless a scenario asks for one"
    )]
    public override int? Priority { get; init; }

    /// <summary>Share of the rate that others take at each output port of a switch, as Poisson frames of best effort [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.95)]
    [Figure(Mark.Chosen, "nobody else, unless a scenario asks for it")]
    public override double BackgroundLoad { get; init; }

    /// <summary>Length of the others' packets [B].</summary>
    [Unit("B", Minimum = 46, Maximum = 1500)]
    [Figure(Mark.Chosen, "full frames, as of file transfers and video, delay others the most")]
    public override int BackgroundPacket { get; init; } = 1500;

    /// <summary>Probability that a bit is wrong [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.FromMemory, "IEEE 802.3, copper 100BASE-TX and 1000BASE-T: at most 1e-10")]
    public override double BitErrorRate { get; init; } = 1e-10;

    /// <summary>Room of each queue [B].</summary>
    [Unit("B", Minimum = 1538)]
    [Figure(Mark.Chosen, "about 80 full frames per port")]
    public override int Queue { get; init; } = 128_000;

    /// <summary>Share of time in which it works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them; typical is above 0.9999")]
    public override double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.FromMemory, "operators' service reports: 30 min to 4 h")]
    public override Duration MeanOutage { get; init; } = 1.Hours;

    /// <summary>Supply voltage of the switch [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "the usual plug-in supply of small switches")]
    public double SwitchVoltage { get; init; } = 5;

    /// <summary>Current of the switch for each cable, all the time [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "unmanaged switches of eight ports at 100 Mbit/s draw 2 to 4 W, mostly for the links")]
    public double SwitchCurrentPerCable { get; init; } = 0.08;

    /// <summary>Supply voltage of a device's network card [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "data sheets of transceivers for 100BASE-TX: 3.3 V")]
    public double CardVoltage { get; init; } = 3.3;

    /// <summary>Current of a device's network card while the link is up [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "data sheets of transceivers for 100BASE-TX: 40 to 100 mA with a link, whatever it carries")]
    public double CardCurrent { get; init; } = 0.07;

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("ethernet-interface", ChargeBasis.Port), new("ethernet-switch", ChargeBasis.Component, "ethernet switch")];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("cable", "the length of cables is no part of a scenario")];
}
