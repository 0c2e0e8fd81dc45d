using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Work is done turn by turn, on all workers, until it is done or ended.</summary>
public sealed class WorkQueueTests
{
    [Test]
    public void Earlier_turns_go_first_and_within_a_turn_what_was_added_first()
    {
        using var queue = new WorkQueue(1, CancellationToken.None);
        using var gate = new ManualResetEventSlim();
        List<string> done = [];
        List<Task<bool>> all = [queue.Add(0, ended => gate.Wait(Patience, ended))];
        foreach (var (turn, name) in (IEnumerable<(int, string)>)[(2, "c"), (1, "a"), (1, "b"), (2, "d")])
        {
            all.Add(
                queue.Add(
                    turn,
                    _ =>
                    {
                        done.Add(name);
                        return true;
                    }
                )
            );
        }

        gate.Set();
        queue.Await(Task.WhenAll(all));
        Assert.That(done, Is.EqualTo(["a", "b", "c", "d"]));
    }

    [Test]
    public void A_later_turn_begins_while_an_earlier_one_is_under_way()
    {
        using var queue = new WorkQueue(2, CancellationToken.None);
        using var gate = new ManualResetEventSlim();
        var first = queue.Add(0, ended => gate.Wait(Patience, ended));
        var second = queue.Add(
            1,
            _ =>
            {
                gate.Set();
                return true;
            }
        );
        Assert.That((queue.Await(second), queue.Await(first)), Is.EqualTo((true, true)));
    }

    [Test]
    public void No_more_work_is_done_at_a_time_than_there_are_workers()
    {
        using var queue = new WorkQueue(2, CancellationToken.None);
        var (now, most) = (0, 0);
        var all = Enumerable
            .Range(0, 50)
            .Select(_ =>
                queue.Add(
                    0,
                    _ =>
                    {
                        var there = Interlocked.Increment(ref now);
                        InterlockedMax(ref most, there);
                        Thread.Yield();
                        return Interlocked.Decrement(ref now);
                    }
                )
            );
        queue.Await(Task.WhenAll(all));
        Assert.That(most, Is.InRange(1, 2));
    }

    [Test]
    public void Cancelling_ends_the_wait_for_work_that_is_left()
    {
        using var cancellation = new CancellationTokenSource();
        using var queue = new WorkQueue(1, cancellation.Token);
        _ = queue.Add(0, ended => ended.WaitHandle.WaitOne(Patience));
        var left = queue.Add(1, _ => true);
        cancellation.Cancel();
        Assert.That(() => queue.Await(left), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_failure_ends_the_wait_for_work_that_is_left()
    {
        using var queue = new WorkQueue(1, CancellationToken.None);
        _ = queue.Add<bool>(0, _ => throw new InvalidOperationException("broken"));
        var left = queue.Add(1, _ => true);
        Assert.That(() => queue.Await(Task.WhenAll(left, Never)), Throws.InvalidOperationException.With.Message.EqualTo("broken"));
    }

    [Test]
    public void Whoever_leaves_the_queue_leaves_no_work_under_way()
    {
        var isEnded = false;
        using (var queue = new WorkQueue(1, CancellationToken.None))
        {
            using var begun = new ManualResetEventSlim();
            _ = queue.Add(
                0,
                ended =>
                {
                    begun.Set();
                    return isEnded = ended.WaitHandle.WaitOne(Patience);
                }
            );
            begun.Wait(Patience);
        }

        Assert.That(isEnded, Is.True);
    }

    /// <summary>How long a test waits for what comes at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static Task<bool> Never => new TaskCompletionSource<bool>().Task;

    private static void InterlockedMax(ref int most, int value)
    {
        int before;
        while ((before = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, before) != before) { }
    }
}
