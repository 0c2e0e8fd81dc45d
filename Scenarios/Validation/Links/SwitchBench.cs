using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>A node that sends frames of several classes through a switched network, each class to a receiver of its own, and the times that they take.</summary>
internal sealed class SwitchBench
{
    private static readonly Purpose Gap = Purpose.Named("gap");

    private readonly Node _near;
    private readonly Observers _observers = new();
    private readonly SwitchedLan _lan;
    private readonly List<Flow> _flows = [];

    /// <param name="replication">Of the luck.</param>
    /// <param name="cable">Every cable.</param>
    /// <param name="processing">Of a switch.</param>
    /// <param name="switches">In a row.</param>
    /// <param name="background">What others send.</param>
    public SwitchBench(int replication, LinkSettings cable, Duration processing, int switches = 1, BackgroundTraffic? background = null)
    {
        Simulation = new Simulation(seed: 31, replication);
        _near = new Node(Simulation, Entity.Of("near"), _observers);
        _lan = new SwitchedLan("lan", Simulation, _observers, cable, processing, 1, 1.Hours, switches, background);
    }

    public Simulation Simulation { get; }

    /// <summary>A flow of frames to a receiver of its own.</summary>
    /// <param name="packet">Length of the packets [B].</param>
    /// <param name="frames">How many [1].</param>
    /// <param name="traffic">Their class.</param>
    /// <param name="interval">Mean time between them.</param>
    /// <param name="isPoisson">Whether the times between them are exponential rather than constant.</param>
    public Flow Add(int packet, int frames, TrafficClass traffic, Duration interval, bool isPoisson)
    {
        var far = new Node(Simulation, Entity.Of("far", _flows.Count), _observers);
        var flow = new Flow(Simulation, _lan.Join(_near, far, traffic).Up, packet, frames);
        _flows.Add(flow);
        Simulation.Start(flow.Send(interval, isPoisson ? Simulation.Random.Stream(far.Entity, Gap) : null));
        return flow;
    }

    /// <summary>Frames of one class.</summary>
    internal sealed class Flow(Simulation simulation, Leg leg, int packet, int frames) : IFrameReceiver
    {
        private readonly SimTime[] _sent = new SimTime[frames];
        private double _sum;
        private int _counted;

        /// <summary>Mean time from sending to receiving of the frames after the first tenth [s].</summary>
        public double MeanTime => _sum / _counted;

        public async Process Send(Duration interval, RandomStream? gaps)
        {
            var route = new Route([leg], this);
            for (var i = 0; i < frames; i++)
            {
                await simulation.Delay(gaps is null ? interval : gaps.Exponential(interval.TotalSeconds).Seconds);
                _sent[i] = simulation.Now;
                leg.Medium.Send(new Frame(new Numbered(i, packet), route, simulation.Now));
            }
        }

        void IFrameReceiver.Receive(in Frame frame)
        {
            var number = ((Numbered)frame.Packet).Number;
            if (number >= frames / 10)
            {
                _sum += (simulation.Now - _sent[number]).TotalSeconds;
                _counted++;
            }
        }

        void IFrameReceiver.Lost(in Frame frame, DropReason reason) { }
    }

    private sealed class Numbered(int number, int length) : Packet
    {
        public int Number { get; } = number;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}
