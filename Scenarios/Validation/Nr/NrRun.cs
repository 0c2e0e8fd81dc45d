using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Nr;

/// <summary>A connected device alone in a cell of NR, and packets of one direction that come at any time: which share has arrived within a limit.</summary>
internal sealed class NrRun : IFrameReceiver
{
    private static readonly Purpose Phase = Purpose.Named("packet");
    private static readonly Duration Interval = 100.Milliseconds;
    private readonly Simulation _simulation;
    private readonly Duration _limit;
    private SimTime _sent;
    private bool _counts;

    /// <param name="air">Of its cell.</param>
    /// <param name="couplingLoss">Of the device [dB].</param>
    /// <param name="packets">How many [1].</param>
    /// <param name="bytes">Of each [B].</param>
    /// <param name="isUp">Whether the device sends them.</param>
    /// <param name="limit">The time within which they are wanted.</param>
    /// <param name="seed">Of the run.</param>
    public NrRun(AirInterface air, double couplingLoss, int packets, int bytes, bool isUp, Duration limit, ulong seed)
    {
        _limit = limit;
        _simulation = new Simulation(seed);
        var observers = new Observers();
        var network = new CellNetwork("nr", _simulation, observers, air, Connected, Currents, 1);
        var device = new Node(_simulation, Entity.Of("device"), observers);
        var (up, down) = network.Join(device, new Node(_simulation, Entity.Of("edge"), observers), 0, couplingLoss);
        var luck = _simulation.Random.Stream(device.Entity, Phase);
        var packet = new Octets(bytes);
        // The first packet connects the device.
        up.Medium.Send(new Frame(packet, new Route([up], this), _simulation.Now));
        var leg = isUp ? up : down;
        for (var i = 1; i <= packets; i++)
        {
            _simulation.RunUntil(SimTime.Start + 10.Seconds + Interval * (i + luck.Uniform() / 2));
            (_sent, _counts) = (_simulation.Now, true);
            leg.Medium.Send(new Frame(packet, new Route([leg], this), _sent));
        }

        _simulation.RunUntil(_simulation.Now + 1.Seconds);
        Late = 1 - Early / (double)packets;
    }

    private static ConnectionSettings Connected { get; } =
        new()
        {
            Procedure = NrProcedures.Of(CellularProcedure.ServiceRequest),
            Inactivity = 24.Hours,
            PowerSaving = PowerSaving.Drx,
            PagingCycle = 1.28.Seconds,
        };

    private static CellCurrents Currents { get; } = new(1, 0, 0, 0, 0, 0);

    /// <summary>Packets that arrived within the limit [1].</summary>
    public int Early { get; private set; }

    /// <summary>Share of the packets that did not [1].</summary>
    public double Late { get; }

    void IFrameReceiver.Receive(in Frame frame) => Early += _counts && _simulation.Now - _sent <= _limit ? 1 : 0;

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    private sealed class Octets(int length) : Packet
    {
        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
