using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Writes down every packet that enters a leg, before the leg may lose it; can also lose packets by number.</summary>
internal sealed class Tap(List<CapturedPacket> packets, Simulation simulation)
{
    /// <summary>Numbers of the packets to lose, counted over both directions from 0.</summary>
    public HashSet<int> Lose { get; } = [];

    public Leg On(Leg leg, bool isUp) => new(new TapMedium(this, leg, isUp), leg.From, leg.To);

    private sealed class TapMedium(Tap tap, Leg inner, bool isUp) : Medium("tap"), IFrameReceiver
    {
        private readonly Dictionary<Packet, Frame> _outer = [];
        private Route? _route;

        public override void Send(in Frame frame)
        {
            var octets = new byte[frame.Packet.Length];
            frame.Packet.Write(octets);
            tap.Record(isUp, octets, out var lost);
            if (lost)
            {
                frame.Lose(DropReason.Noise);
                return;
            }

            _route ??= new Route([inner], this);
            var copy = new Frame(frame.Packet, _route, frame.Entered);
            _outer[frame.Packet] = frame;
            inner.Medium.Send(copy);
        }

        public void Receive(in Frame frame)
        {
            _outer.Remove(frame.Packet, out var outer);
            outer.CompleteLeg(tap.Now);
        }

        public void Lost(in Frame frame, DropReason reason)
        {
            _outer.Remove(frame.Packet, out var outer);
            outer.Lose(reason);
        }
    }

    private SimTime Now => simulation.Now;

    private void Record(bool isUp, byte[] octets, out bool lost)
    {
        lost = Lose.Contains(packets.Count);
        packets.Add(new CapturedPacket(isUp, simulation.Now, octets));
    }
}
