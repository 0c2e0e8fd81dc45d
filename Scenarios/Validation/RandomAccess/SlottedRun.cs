using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>Frames that all begin at the start of a slot and fill it, each on a channel at random.</summary>
/// <param name="rule">Which of those on one channel survive.</param>
/// <param name="contenders">How many frames a slot has.</param>
internal sealed class SlottedRun(RejectionRule rule, Func<RandomStream, int> contenders)
{
    private static readonly Purpose Luck = Purpose.Named("slots");
    private static readonly Duration Slot = 1.Seconds;

    /// <summary>Channels, or preambles [1].</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Power of a frame at the receiver [mW].</summary>
    public Func<RandomStream, float> Power { get; init; } = _ => 1f;

    /// <summary>Each replication: what slots had on average.</summary>
    /// <param name="slots">In a replication [1].</param>
    public IEnumerable<Slots> Run(int slots) => Enumerable.Range(0, RandomAccessRun.Replications).Select(i => Run(i, slots));

    private Slots Run(int replication, int slots)
    {
        var simulation = new Simulation(seed: 22, replication);
        var channel = new RadioChannel("air", simulation, [new RadioReceiver([-1000])], Channels, rule);
        var luck = simulation.Random.Stream(Entity.Of("senders"), Luck);
        var idle = new Stack<OneFrame>();
        var (received, unused) = (0L, 0L);
        var used = new bool[Channels];

        void Ended(OneFrame frame)
        {
            received += frame.IsReceived ? 1 : 0;
            idle.Push(frame);
        }

        async Process Play()
        {
            for (var slot = 0; slot < slots; slot++)
            {
                var count = contenders(luck);
                Array.Clear(used);
                for (var i = 0; i < count; i++)
                {
                    var frame = idle.TryPop(out var spare) ? spare : new OneFrame(Ended);
                    var chosen = Channels == 1 ? 0 : (int)(luck.Uniform() * Channels);
                    used[chosen] = true;
                    channel.Begin(frame, chosen, 0, Slot, [new Reach(0, Power(luck))]);
                }

                unused += used.Count(isUsed => !isUsed);
                await simulation.Delay(Slot);
            }
        }

        simulation.Start(Play());
        simulation.Run();
        return new Slots((double)received / slots, (double)unused / slots);
    }
}
