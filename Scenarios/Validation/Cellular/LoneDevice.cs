using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>One device alone in a cell, which reports or only tells that it is there.</summary>
internal sealed class LoneDevice : IFrameReceiver
{
    private static readonly Purpose Phase = Purpose.Named("report");
    private readonly Simulation _simulation;
    private readonly EnergyMeter _meter;
    private readonly Route _down;
    private readonly int? _answer;

    /// <param name="technology">Its radio.</param>
    /// <param name="couplingLoss">To its station [dB].</param>
    /// <param name="interval">Between reports, each at a random point of its interval.</param>
    /// <param name="count">Intervals [1].</param>
    /// <param name="seed">Of the run.</param>
    /// <param name="packet">Size of a report [B]; null for none.</param>
    /// <param name="answer">Size of what comes back at once [B]; null for nothing.</param>
    public LoneDevice(
        CellTechnology technology,
        double couplingLoss,
        Duration interval,
        int count,
        ulong seed,
        int? packet = null,
        int? answer = null
    )
    {
        _answer = answer;
        _simulation = new Simulation(seed);
        var observers = new Observers();
        var network = technology.Cell(_simulation, observers);
        var device = new Node(_simulation, Entity.Of("device"), observers) { IsMetered = true };
        var (up, down) = network.Join(device, new Node(_simulation, Entity.Of("edge"), observers), 0, couplingLoss);
        _down = new Route([down], this);
        _meter = device.Meters.Single();
        var luck = _simulation.Random.Stream(device.Entity, Phase);
        var route = new Route([up], this);
        for (var i = 0; i < count; i++)
        {
            _simulation.RunUntil(SimTime.Start + interval * (i + luck.Uniform() * 0.9));
            if (packet is { } length)
            {
                up.Medium.Send(new Frame(new Octets(length), route, _simulation.Now));
            }
        }

        _simulation.RunUntil(SimTime.Start + interval * (long)count);
        _meter.Settle(_simulation.Now);
        Exchanges = network.Accesses.Successes;
    }

    /// <summary>Exchanges that were begun with success [1].</summary>
    public long Exchanges { get; }

    /// <summary>Energy of the whole run [J].</summary>
    public double Joules => _meter.Joules;

    /// <summary>Energy of the whole run but for the rest between the exchanges [J].</summary>
    public double JoulesAwake => _meter.Joules - _meter.JoulesIn(0);

    /// <summary>Length of the run [d].</summary>
    public double Days => (_simulation.Now - SimTime.Start) / 1.Days;

    void IFrameReceiver.Receive(in Frame frame)
    {
        if (_answer is { } length && frame.Route != _down)
        {
            _down.Legs[0].Medium.Send(new Frame(new Octets(length), _down, _simulation.Now));
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    private sealed class Octets(int length) : Packet
    {
        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
