using System.Runtime.CompilerServices;
using CsCheck;
using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Kernel;

public sealed class AgendaTests
{
    private static readonly IEventTarget Nobody = new Reaction(() => { });

    /// <summary>Delays of every magnitude, with many ties.</summary>
    private static readonly Gen<long> Delay = Gen.OneOf(
        Gen.Const(0L),
        Gen.Long[0, 3],
        Gen.Long[0, 200],
        Gen.Long[0, 1_000_000],
        Gen.Long[0, 1L << 40],
        Gen.Long[0, 1L << 61]
    );

    /// <summary>Push a few, then pop what lies before a limit, then let the clock go there.</summary>
    private static readonly Gen<(long[] Pushes, long Span, int Pops)[]> Rounds = Gen.Select(
        Delay.Array[0, 12],
        Delay,
        Gen.Int[0, 12]
    ).Array[1, 60];

    [Test]
    public void Entries_come_in_order_of_time_and_then_of_scheduling()
    {
        Rounds.Sample(
            rounds =>
            {
                var agenda = new Agenda();
                var oracle = new PriorityQueue<long, (long Time, long Serial)>();
                var (now, serial) = (0L, 0L);
                foreach (var (pushes, span, pops) in rounds)
                {
                    foreach (var delay in pushes)
                    {
                        var time = now > long.MaxValue - delay ? long.MaxValue - 1 : now + delay;
                        agenda.Push(time, Nobody, serial);
                        oracle.Enqueue(serial, (time, serial));
                        serial++;
                    }

                    var limit = now > long.MaxValue - span ? long.MaxValue : now + span;
                    var taken = 0;
                    while (taken < pops && agenda.TryPop(limit, out var entry))
                    {
                        oracle.TryDequeue(out var expected, out var order);
                        if (entry.Token != expected || entry.Time != order.Time || entry.Time >= limit)
                        {
                            return false;
                        }

                        now = entry.Time;
                        taken++;
                    }

                    if (taken < pops)
                    {
                        // As RunUntil does: nothing is left before the limit, so the clock moves there and earlier pushes may follow.
                        if (oracle.TryPeek(out _, out var next) && next.Time < limit)
                        {
                            return false;
                        }

                        now = Math.Max(now, limit == long.MaxValue ? now : limit);
                    }

                    if (agenda.Count != oracle.Count)
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 5_000
        );
    }

    [TestCase(3, 1_000)]
    [TestCase(1_000, 1_000)]
    [TestCase(1_000_000_000, 30_000)]
    public void Two_million_pushes_and_pops_keep_the_order_of_a_stable_sort(long horizon, int pending)
    {
        var agenda = new Agenda();
        var oracle = new PriorityQueue<long, (long Time, long Serial)>();
        var draw = new Randomness(seed: 7, replication: 0).Draw(Entity.Of("agenda"), Purpose.Named("order"));
        var (now, wrong) = (0L, 0);
        for (var serial = 0L; serial < 1_000_000 + pending; serial++)
        {
            // Squared: many near, few far.
            var share = draw.Uniform();
            var time = now + (long)(share * share * horizon);
            agenda.Push(time, Nobody, serial);
            oracle.Enqueue(serial, (time, serial));
            if (serial >= pending && agenda.TryPop(long.MaxValue, out var entry))
            {
                wrong += entry.Token == oracle.Dequeue() && entry.Time >= now ? 0 : 1;
                now = entry.Time;
            }
        }

        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void Stopping_short_of_the_next_entry_leaves_room_for_an_earlier_one()
    {
        var agenda = new Agenda();
        agenda.Push(1_000, Nobody, 1);
        agenda.Push(1_001, Nobody, 2);
        agenda.TryPop(limit: 900, out _);
        agenda.Push(950, Nobody, 3);

        agenda.TryPop(long.MaxValue, out var first);

        Assert.That(first.Token, Is.EqualTo(3));
    }

    [Test]
    public void What_was_pushed_and_not_taken_is_counted()
    {
        var agenda = new Agenda();
        for (var i = 0; i < 500; i++)
        {
            agenda.Push(i / 3, Nobody, i);
        }

        for (var i = 0; i < 123; i++)
        {
            agenda.TryPop(long.MaxValue, out _);
        }

        Assert.That((agenda.Count, agenda.Taken), Is.EqualTo((377, 123)));
    }

    [Test]
    public void A_target_that_was_taken_can_be_collected()
    {
        var agenda = new Agenda();
        var targets = PushAndPop(agenda, count: 100);
        GC.Collect();

        Assert.That(targets.Count(target => target.IsAlive), Is.Zero);
        GC.KeepAlive(agenda);
    }

    /// <summary>In a method of its own, so that no local keeps a target alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] PushAndPop(Agenda agenda, int count)
    {
        var targets = new WeakReference[count];
        for (var i = 0; i < count; i++)
        {
            var target = new Reaction(() => { });
            targets[i] = new WeakReference(target);
            agenda.Push(i / 2, target, 0);
        }

        while (agenda.TryPop(long.MaxValue, out _)) { }
        return targets;
    }
}
