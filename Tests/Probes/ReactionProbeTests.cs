using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReactionProbeTests
{
    private static readonly Relation Sense = new(0, "sense", ["controller"], new Content(1, 16), null);

    private static readonly Relation Act = new(1, "act", ["first", "second"], new Content(1, 16), null)
    {
        Chain = new Chain(0, 2, 10.Seconds),
    };

    private static readonly SimTime From = SimTime.Start + 1.Hours;

    private readonly ReactionProbe _probe = new([Sense, Act], From, From + 1.Hours);

    [Test]
    public void A_first_message_asks_for_every_arrival_at_the_end()
    {
        Begin(From);

        Assert.That((_probe.Of(Act)!.Sent, _probe.Of(Act)!.Delivered), Is.EqualTo((2, 0)));
    }

    [Test]
    public void A_reaction_takes_from_the_first_message_to_the_last_arrival()
    {
        Begin(From);
        End(From, created: From + 4.Seconds, arrived: From + 7.Seconds);

        Assert.That(_probe.Of(Act)!.Latency.Mean, Is.EqualTo(7));
    }

    [Test]
    public void A_reaction_after_the_deadline_is_not_in_time()
    {
        End(From, created: From + 1.Seconds, arrived: From + 10.Seconds);
        End(From, created: From + 9.Seconds, arrived: From + 11.Seconds);

        Assert.That((_probe.Of(Act)!.Delivered, _probe.Of(Act)!.InTime), Is.EqualTo((2, 1)));
    }

    [Test]
    public void What_began_before_the_measurement_does_not_count()
    {
        End(From - 1.Seconds, created: From, arrived: From + 1.Seconds);

        Assert.That(_probe.Of(Act)!.Delivered, Is.Zero);
    }

    [Test]
    public void What_began_within_the_measurement_counts_whenever_it_ends()
    {
        End(From + 1.Hours - 1.Seconds, created: From + 2.Hours, arrived: From + 3.Hours);

        Assert.That(_probe.Of(Act)!.Delivered, Is.EqualTo(1));
    }

    [Test]
    public void A_relation_that_nothing_causes_has_no_reactions() => Assert.That(_probe.Of(Sense), Is.Null);

    private void Begin(SimTime at) => _probe.Sent(new Message(Root(Sense), Entity.Of("sensor"), 0, at), at);

    private void End(SimTime began, SimTime created, SimTime arrived) =>
        _probe.Delivered(new Message(Root(Act), Entity.Of("controller"), 0, created, 0, began), 0, arrived);

    private static Branch Root(Relation relation) => new(relation, -1, null, []);
}
