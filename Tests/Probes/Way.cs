using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

/// <summary>A relation from a meter over a broker to two consumers, told to probes by hand.</summary>
internal sealed class Way
{
    public Way(params ReadOnlySpan<Probe> probes)
    {
        foreach (var probe in probes)
        {
            Observers.Add(probe);
        }

        Broker = Root.Grow(0, ["waiting", "radio", "broker"]);
        First = Broker.Grow(1, ["waiting", "internet", "application"]);
        Second = Broker.Grow(2, ["waiting", "internet", "application"]);
        First.Seat(0);
        Second.Seat(1);
    }

    public static Relation Relation { get; } = new(0, "reading", ["utility", "leak-app"], new Content(4, 16), 10.Seconds);

    public Observers Observers { get; } = new();

    public Branch Root { get; } = new(Relation, -1, null, []);

    public Branch Broker { get; }

    public Branch First { get; }

    public Branch Second { get; }

    public Message Send(int serial, SimTime now)
    {
        var message = new Message(Root, Entity.Of("meter"), serial, now);
        Observers.Sent(message, now);
        return message;
    }

    public void Lose(Message message, Branch branch, DropReason reason) =>
        Observers.Dropped(message.Towards(branch), reason, message.Since);

    /// <summary>Spends 1, 2, 3 … times a step in the stages of the way to a consumer.</summary>
    public void Deliver(Message message, int consumer, Duration step)
    {
        message = message.Towards(Broker);
        var now = message.Since;
        for (var stage = 0; stage < 3; stage++)
        {
            message.EndStage(stage, now += step * (stage + 1L));
        }

        message = message.Towards(consumer == 0 ? First : Second);
        for (var stage = 0; stage < 3; stage++)
        {
            message.EndStage(stage, now += step * (stage + 4L));
        }

        Observers.Delivered(message, consumer, now);
    }
}
