using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>One device alone in a cell that sends packets, which are answered at once with as many octets.</summary>
internal sealed class PingRun : IFrameReceiver
{
    private static readonly Purpose Phase = Purpose.Named("ping");
    private readonly Simulation _simulation;
    private readonly Route _down;
    private readonly List<double> _up = [];
    private readonly List<double> _roundTrips = [];
    private SimTime _sent;

    /// <param name="technology">Its radio.</param>
    /// <param name="couplingLoss">To its station [dB].</param>
    /// <param name="interval">Between packets, each at a random point of the first half of its interval.</param>
    /// <param name="count">Packets [1].</param>
    /// <param name="length">Of a packet [B].</param>
    public PingRun(CellTechnology technology, double couplingLoss, Duration interval, int count, int length)
    {
        _simulation = new Simulation(1);
        var observers = new Observers();
        var network = technology.Cell(_simulation, observers, onBattery: false);
        var device = new Node(_simulation, Entity.Of("device"), observers);
        var (up, down) = network.Join(device, new Node(_simulation, Entity.Of("edge"), observers), 0, couplingLoss);
        _down = new Route([down], this);
        var (route, luck, packet) = (new Route([up], this), _simulation.Random.Stream(device.Entity, Phase), new Octets(length));
        for (var i = 0; i < count; i++)
        {
            _simulation.RunUntil(SimTime.Start + interval * (i + luck.Uniform() / 2));
            _sent = _simulation.Now;
            up.Medium.Send(new Frame(packet, route, _sent));
        }

        _simulation.RunUntil(SimTime.Start + interval * (long)(count + 1));
    }

    /// <summary>Mean time until a packet has arrived [s].</summary>
    public double MeanUplink => _up.Average();

    /// <summary>Median time until its answer has [s].</summary>
    public double MedianRoundTrip => _roundTrips.Order().ElementAt(_roundTrips.Count / 2);

    void IFrameReceiver.Receive(in Frame frame)
    {
        var elapsed = (_simulation.Now - _sent).TotalSeconds;
        if (frame.Route == _down)
        {
            _roundTrips.Add(elapsed);
        }
        else
        {
            _up.Add(elapsed);
            _down.Legs[0].Medium.Send(new Frame(frame.Packet, _down, _simulation.Now));
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }

    private sealed class Octets(int length) : Packet
    {
        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
