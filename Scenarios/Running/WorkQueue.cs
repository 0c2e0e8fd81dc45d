using System.Threading.Channels;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Work that a few threads share: what has an earlier turn goes first, and of one turn what was added first.</summary>
/// <remarks>The next turn begins while the last work of the one before is still under way, so that no core waits for it.</remarks>
internal sealed class WorkQueue : IDisposable
{
    private readonly Channel<Item> _waiting = Channel.CreateUnboundedPrioritized(
        new UnboundedPrioritizedChannelOptions<Item> { Comparer = Comparer<Item>.Create(Compare) }
    );
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _ending;
    private readonly Task _workers;
    private long _added;

    /// <param name="workers">Pieces of work at a time [1].</param>
    /// <param name="cancellation">Ends the work.</param>
    public WorkQueue(int workers, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = _ending.Token };
        _workers = Parallel.ForEachAsync(
            _waiting.Reader.ReadAllAsync(_ending.Token),
            options,
            (item, ended) =>
            {
                item.Work(ended);
                return ValueTask.CompletedTask;
            }
        );
    }

    /// <summary>Adds a piece of work.</summary>
    /// <param name="turn">Earlier turns go first.</param>
    /// <param name="work">What is done; an exception ends all work.</param>
    /// <returns>What comes of it; never completed where the work is ended before (see <see cref="Await"/>).</returns>
    public Task<T> Add<T>(int turn, Func<CancellationToken, T> work)
    {
        // What waits for it goes on elsewhere, for this thread has other work.
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var item = new Item(turn, Interlocked.Increment(ref _added), ended => result.SetResult(work(ended)));
        return _waiting.Writer.TryWrite(item) ? result.Task : throw new InvalidOperationException("The queue is closed.");
    }

    /// <summary>Waits for something that rests on work of this queue.</summary>
    /// <exception cref="OperationCanceledException">The work was ended before.</exception>
    public T Await<T>(Task<T> result)
    {
        if (Task.WaitAny(result, _workers) != 0 && !result.IsCompleted)
        {
            _cancellation.ThrowIfCancellationRequested();
            _workers.GetAwaiter().GetResult();
        }

        return result.GetAwaiter().GetResult();
    }

    /// <summary>Ends the work that is left.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        // Waits as Wait does, but what ended the work has been told already.
        Task.WaitAny(_workers);
        _ending.Dispose();
    }

    private static int Compare(Item one, Item other) => (one.Turn, one.Number).CompareTo((other.Turn, other.Number));

    private sealed record Item(int Turn, long Number, Action<CancellationToken> Work);
}
