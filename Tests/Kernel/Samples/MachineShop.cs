using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel.Samples;

/// <summary>
/// Machines make parts and break down; one repairman mends them, and does jobs of his own while nothing is broken. A breakdown
/// takes him away from such a job, which he continues afterwards.
/// </summary>
internal sealed class MachineShop
{
    private static readonly Purpose PartLuck = Purpose.Named("part");
    private static readonly Purpose UpLuck = Purpose.Named("up");
    private static readonly Purpose RepairLuck = Purpose.Named("repair");

    private readonly Simulation _simulation;
    private readonly PreemptiveResource _repairman;
    private readonly IDistribution _part;
    private readonly IDistribution _repair;
    private readonly Duration _job;
    private readonly Action<string> _note;

    /// <param name="simulation">The clock.</param>
    /// <param name="up">How long each machine runs until it breaks down [s].</param>
    /// <param name="part">Work on a part [s].</param>
    /// <param name="repair">Time of a repair [s].</param>
    /// <param name="job">Time of a job of the repairman's own.</param>
    /// <param name="note">Is told what happens.</param>
    public MachineShop(
        Simulation simulation,
        IDistribution[] up,
        IDistribution part,
        IDistribution repair,
        Duration job,
        Action<string>? note = null
    )
    {
        (_simulation, _part, _repair, _job, _note) = (simulation, part, repair, job, note ?? (_ => { }));
        _repairman = new PreemptiveResource(simulation);
        for (var i = 0; i < up.Length; i++)
        {
            var machine = Machine(i);
            simulation.Start(machine);
            simulation.Start(Breakdowns(machine, up[i], i));
        }

        simulation.Start(OtherJobs());
    }

    public int Parts { get; private set; }

    public int Jobs { get; private set; }

    private async Process Machine(int number)
    {
        var (name, self) = ((char)('A' + number), Entity.Of("machine", number));
        var (partLuck, repairLuck) = (_simulation.Random.Stream(self, PartLuck), _simulation.Random.Stream(self, RepairLuck));
        while (true)
        {
            var left = partLuck.Sample(_part).Seconds;
            while (left > Duration.Zero)
            {
                var start = _simulation.Now;
                try
                {
                    await _simulation.Delay(left);
                    left = Duration.Zero;
                }
                catch (InterruptException breakdown)
                {
                    _note($"{name} broken");
                    left -= _simulation.Now - start;
                    using (await _repairman.Request(priority: 1))
                    {
                        await _simulation.Delay(repairLuck.Sample(_repair).Seconds);
                    }

                    _note($"{name} repaired");
                    ((Event)breakdown.Cause!).Succeed();
                }
            }

            Parts++;
            _note($"{name} part");
        }
    }

    private async Process Breakdowns(Process machine, IDistribution up, int number)
    {
        var luck = _simulation.Random.Stream(Entity.Of("machine", number), UpLuck);
        while (true)
        {
            await _simulation.Delay(luck.Sample(up).Seconds);
            var repaired = new Event(_simulation);
            machine.Interrupt(repaired);
            await repaired;
        }
    }

    private async Process OtherJobs()
    {
        while (true)
        {
            for (var left = _job; left > Duration.Zero; )
            {
                using var grant = await _repairman.Request(priority: 2);
                var start = _simulation.Now;
                try
                {
                    await _simulation.Delay(left);
                    left = Duration.Zero;
                }
                catch (InterruptException e)
                {
                    left -= _simulation.Now - ((Preempted)e.Cause!).UsageSince;
                    _note($"job left at {start.TotalSeconds}+{(_simulation.Now - start).TotalSeconds}");
                }
            }

            Jobs++;
            _note("job done");
        }
    }
}
