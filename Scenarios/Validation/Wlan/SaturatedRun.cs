using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Wlan;

/// <summary>Stations that always have a frame for the access point.</summary>
/// <param name="settings">Of the channel.</param>
/// <param name="stations">How many [1].</param>
/// <param name="payload">Length of their packets [B].</param>
/// <param name="rate">Index of their rate.</param>
internal sealed class SaturatedRun(WlanSettings settings, int stations, int payload, int rate)
{
    private static readonly Duration WarmUp = 2.Seconds;

    /// <summary>Replications.</summary>
    /// <param name="count">How many [1].</param>
    /// <param name="duration">Of what is counted in each.</param>
    public IEnumerable<Outcome> Run(int count, Duration duration) => Enumerable.Range(0, count).Select(i => Once(i, duration));

    private Outcome Once(int replication, Duration duration)
    {
        var simulation = new Simulation(seed: 41, replication);
        var observers = new Observers();
        var channel = new WlanChannel("wlan", simulation, observers, new Node(simulation, Entity.Of("access point"), observers), settings);
        var far = new Node(simulation, Entity.Of("far"), observers);
        for (var i = 0; i < stations; i++)
        {
            var source = new Source(simulation, payload);
            var node = new Node(simulation, Entity.Of("station", i), observers);
            source.Start(channel.Join(node, far, new WlanLink(rate, rate)).Up);
        }

        simulation.RunUntil(SimTime.Start + WarmUp);
        var (successes, attempts) = (channel.Successes, channel.Attempts);
        simulation.RunUntil(simulation.Now + duration);
        (successes, attempts) = (channel.Successes - successes, channel.Attempts - attempts);
        return new Outcome(successes * 8.0 * payload / duration.TotalSeconds, 1 - (double)successes / attempts);
    }

    /// <summary>What a replication came to.</summary>
    /// <param name="Throughput">Payload that arrived [bit/s].</param>
    /// <param name="Failures">Share of attempts that failed [1].</param>
    public sealed record Outcome(double Throughput, double Failures);

    /// <summary>Keeps two packets in the queue of its station.</summary>
    private sealed class Source(Simulation simulation, int length) : Packet, IFrameReceiver
    {
        private Route? _route;

        public override int Length => length;

        public void Start(Leg leg)
        {
            _route = new Route([leg], this);
            Send();
            Send();
        }

        public void Receive(in Frame frame) => Send();

        public void Lost(in Frame frame, DropReason reason) => Send();

        public override void Write(Span<byte> destination) => destination[..Length].Clear();

        private void Send()
        {
            var frame = new Frame(this, _route!, simulation.Now);
            frame.Leg.Medium.Send(frame);
        }
    }
}
