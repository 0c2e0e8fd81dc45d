using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Detection;

/// <summary>A simulated, labelled history from which a detector learns: half of it sound, half of it under faults that are known beforehand, in turn.</summary>
/// <remarks>
/// White noise, as <see cref="Signal"/> has it, with a full longest window in each example. A fault that stays as it is began within the longest window, at a time whose logarithm is uniformly distributed, so
/// that each window has as many examples of its own; one that grows at a uniformly distributed time within all that it lasts, as it hardly shows at first. The draws have an address of their own: what is learned has nothing of the luck of the runs in which it is judged.
/// </remarks>
public static class FaultHistory
{
    /// <summary>Examples in it [1]; chosen, some hundreds for each weight.</summary>
    public const int Length = 4096;

    private static readonly Purpose Examples = Purpose.Named("history to learn from");
    private static readonly Entity Nobody = Entity.Of("detector's history");

    /// <summary>Features of <see cref="RecentMeans"/>, and whether they are of a fault.</summary>
    /// <param name="faults">At least one.</param>
    public static IEnumerable<(float[] Features, bool IsFaulty)> Of(IReadOnlyList<SeenFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentOutOfRangeException.ThrowIfZero(faults.Count, nameof(faults));
        var random = new Randomness(1, 0);
        for (var number = 0; number < Length; number++)
        {
            var fault = number % 2 == 0 ? null : faults[number / 2 % faults.Count];
            yield return (Example(random.Draw(Nobody, Examples, number), fault), fault is not null);
        }
    }

    private static float[] Example(Draw draw, SeenFault? fault)
    {
        var recent = new RecentMeans();
        Span<double> features = stackalloc double[RecentMeans.Count];
        var luck = draw.Uniform();
        var age = fault switch
        {
            null => 0,
            { Grows: true } => 1 + Math.Floor(luck * fault.Looks),
            _ => Math.Floor(Math.Pow(Math.Min(fault.Looks, RecentMeans.Longest) + 1, luck)),
        };
        for (var ago = RecentMeans.Longest - 1; ago >= 0; ago--)
        {
            recent.Take(draw.Normal() + (fault?.At(age - ago) ?? 0), features);
        }

        var example = new float[RecentMeans.Count];
        for (var i = 0; i < example.Length; i++)
        {
            example[i] = (float)features[i];
        }

        return example;
    }
}
