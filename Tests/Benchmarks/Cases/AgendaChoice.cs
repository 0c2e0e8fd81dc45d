using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>Why the agenda is a radix heap: the hold model on the bare agenda and on two heaps that could stand in its place.</summary>
internal static class AgendaChoice
{
    private const long Events = 2_000_000;

    public static IEnumerable<Benchmark> All =>
        from pending in (int[])[1_000, 100_000, 1_000_000]
        from benchmark in (Benchmark[])
            [
                new($"agenda/radix/{pending}", "event", Events, () => new Workload<Radix>(new(), pending)),
                new($"agenda/four-ary/{pending}", "event", Events, () => new Workload<FourAry>(new(), pending)),
                new(
                    $"agenda/library/{pending}",
                    "event",
                    Events,
                    () => new Workload<Library>(new(), pending),
                    Baseline: ["shared", "binary", $"{pending}"]
                ),
            ]
        select benchmark;

    private interface IAgenda
    {
        void Push(long time, IEventTarget target);

        /// <summary>Takes the next and gives its time.</summary>
        long Pop();
    }

    private readonly struct Radix() : IAgenda
    {
        private readonly Agenda _agenda = new();

        public void Push(long time, IEventTarget target) => _agenda.Push(time, target, 0);

        public long Pop()
        {
            _agenda.TryPop(long.MaxValue, out var entry);
            return entry.Time;
        }
    }

    private sealed class FourAry : IAgenda
    {
        private readonly FourAryHeap _heap = new();

        public void Push(long time, IEventTarget target) => _heap.Push(time, target, 0);

        public long Pop() => _heap.Pop().Time;
    }

    private sealed class Library : IAgenda
    {
        private readonly PriorityQueue<(IEventTarget Target, long Token), (long Time, long Serial)> _queue = new();
        private long _serial;

        public void Push(long time, IEventTarget target) => _queue.Enqueue((target, 0), (time, _serial++));

        public long Pop()
        {
            _queue.TryDequeue(out _, out var order);
            return order.Time;
        }
    }

    private sealed class Nobody : IEventTarget
    {
        public void Fire(long token) { }
    }

    private sealed class Workload<TAgenda> : IWorkload
        where TAgenda : IAgenda
    {
        private readonly TAgenda _agenda;
        private readonly Delays _delays = new();
        private readonly Nobody _nobody = new();

        public Workload(TAgenda agenda, int pending)
        {
            _agenda = agenda;
            for (var i = 0; i < pending; i++)
            {
                _agenda.Push(_delays.Next().Nanoseconds, _nobody);
            }
        }

        public long Run(long work)
        {
            for (var i = 0L; i < work; i++)
            {
                var time = _agenda.Pop();
                _agenda.Push(time + _delays.Next().Nanoseconds, _nobody);
            }

            return work;
        }
    }
}
