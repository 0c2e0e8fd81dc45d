using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>Draws the faults of a run from addressed luck, so that every architecture meets the same.</summary>
/// <remarks>From the end of one fault of a device to the next it takes an exponential time, so that the rate holds while there is none. Tested in <c>Tests/Detection/SignalTests</c>.</remarks>
public static class Faults
{
    /// <summary>All faults that begin before a time, in order of their beginning.</summary>
    /// <param name="random">The luck.</param>
    /// <param name="party">Name of the devices' party.</param>
    /// <param name="devices">How many there are [1].</param>
    /// <param name="types">What happens.</param>
    /// <param name="until">Faults begin before.</param>
    public static IReadOnlyList<Fault> Draw(Randomness random, string party, int devices, IReadOnlyList<FaultType> types, SimTime until)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(types);
        List<Fault> faults = [];
        foreach (var type in types)
        {
            var begins = Purpose.Named($"begin of {type.Name}");
            var strikes = Purpose.Named($"victims of {type.Name}");
            if (type.Kind == FaultKind.Spread)
            {
                foreach (var (start, number) in Times(random, Entity.Of($"all of {party}"), begins, type, until))
                {
                    var struck = Enumerable
                        .Range(0, devices)
                        .Where(device => random.Draw(Entity.Of(party, device), strikes, number).Uniform() < type.Share);
                    faults.Add(new Fault(type, start, [.. struck]));
                }
            }
            else
            {
                for (var device = 0; device < devices; device++)
                {
                    foreach (var (start, _) in Times(random, Entity.Of(party, device), begins, type, until))
                    {
                        faults.Add(new Fault(type, start, [device]));
                    }
                }
            }
        }

        return [.. faults.Where(fault => fault.Devices.Count > 0).OrderBy(fault => fault.Start)];
    }

    private static IEnumerable<(SimTime Start, int Number)> Times(
        Randomness random,
        Entity entity,
        Purpose purpose,
        FaultType type,
        SimTime until
    )
    {
        var (mean, free) = (1 / type.Rate, SimTime.Start);
        for (var number = 0; ; number++)
        {
            var draw = random.Draw(entity, purpose, number);
            var gap = draw.Exponential(mean);
            if (gap >= (until - free).TotalSeconds)
            {
                yield break;
            }

            var start = free + Duration.FromSeconds(gap);
            yield return (start, number);
            free = start + type.Lasts;
            if (free >= until)
            {
                yield break;
            }
        }
    }
}
