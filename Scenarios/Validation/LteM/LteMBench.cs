using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LteM;

/// <summary>One metered device in a narrowband, at a coupling loss, that reports now and then.</summary>
internal sealed class LteMBench : IFrameReceiver
{
    /// <summary>The device of TR 45.820: 545 mW sending at 23 dBm, 90 mW receiving, 3 mW in light sleep, 0.015 mW in deep sleep, written as currents at 1 V.</summary>
    public static readonly CellCurrents Tr45820 = new(1, 0.015e-3, 3e-3, 90e-3, 545e-3, 90e-3);

    /// <summary>A device that resumes its connection, says that nothing follows, and is not reachable in between.</summary>
    public static readonly ConnectionSettings ReportAndSleep = new()
    {
        Procedure = CellularProcedures.Of(CellularProcedure.Resume),
        Inactivity = 10.Seconds,
        Release = ReleaseAssistance.AfterUplink,
        PowerSaving = PowerSaving.Psm,
        PagingCycle = 1.28.Seconds,
    };

    /// <summary>No block and no preamble fails.</summary>
    public static readonly LteMOptions Faultless = new() { BlockErrorRate = 0, Detection = 1 };

    private static readonly Purpose Phase = Purpose.Named("report");
    private readonly Simulation _simulation;
    private readonly Leg _up;
    private readonly RandomStream _luck;
    private double _latency;
    private int _arrived;

    public LteMBench(LteMOptions options, ConnectionSettings settings, CellCurrents currents, double couplingLoss, ulong seed)
    {
        _simulation = new Simulation(seed);
        var observers = new Observers();
        var network = new CellNetwork("lte-m", _simulation, observers, new Technologies.LteM(options).Air, settings, currents, 1);
        var device = new Node(_simulation, Entity.Of("meter", 0), observers) { IsMetered = true };
        (_up, _) = network.Join(device, new Node(_simulation, Entity.Of("edge"), observers), 0, couplingLoss);
        Meter = device.Meters[0];
        _luck = _simulation.Random.Stream(device.Entity, Phase);
    }

    /// <summary>What the device used.</summary>
    public EnergyMeter Meter { get; }

    /// <summary>From the occurrence of a report to its end at the base station, on average [s].</summary>
    public double MeanLatency => _latency / _arrived;

    /// <summary>Reports once in each interval, at any time of its first half.</summary>
    /// <returns>This bench, at the end of the last interval.</returns>
    public LteMBench Run(int reports, Duration interval, int bytes)
    {
        var packet = new Blank(bytes);
        for (var i = 0; i < reports; i++)
        {
            _simulation.At(SimTime.Start + interval * (i + _luck.Uniform() / 2), new Sender(this, packet));
        }

        return Rest(interval * (long)reports);
    }

    /// <summary>Lets time pass.</summary>
    public LteMBench Rest(Duration length)
    {
        _simulation.RunUntil(SimTime.Start + length);
        Meter.Settle(_simulation.Now);
        return this;
    }

    void IFrameReceiver.Receive(in Frame frame)
    {
        _latency += frame.TimeIn(0).TotalSeconds;
        _arrived++;
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) => throw new InvalidOperationException($"A report was lost: {reason}.");

    private sealed class Sender(LteMBench bench, Packet packet) : IEventTarget
    {
        public void Fire(long token) => bench._up.Medium.Send(new Frame(packet, new Route([bench._up], bench), bench._simulation.Now));
    }

    private sealed class Blank(int length) : Packet
    {
        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
