using System.Globalization;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Relations whose rate follows the day, where a measurement is no whole number of days and so sees another rate.</summary>
internal static class PartsOfDays
{
    /// <summary>Differences from the mean rate that a reader need not know [1].</summary>
    private const double Negligible = 1e-3;

    /// <summary>A sentence for each relation of a cell that is measured at another rate than the one that is stated.</summary>
    public static IEnumerable<string> Of(Cell cell)
    {
        foreach (var (name, spec) in cell.Plan.Job.Relations.Where(relation => relation.Value.Hours is not null && relation.Value.Rate > 0))
        {
            var relative = Generators.DayOf(cell.Plan.Job, spec)!.MeanBetween(cell.Times.Begin, cell.Times.End);
            if (Math.Abs(relative - 1) > Negligible)
            {
                var begin = cell.Plan.Job.Begins + cell.Times.WarmUp;
                yield return $"'{name}' follows the hours of the day, and a measurement of {cell.Times.Measurement} from {TimeOfDay(begin.TotalSeconds)} on is no whole number of days: "
                    + (
                        relative < Negligible
                            ? "nothing of it happens in that time"
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"its mean rate there is {spec.Rate * relative * 86_400:0.###} / d, not {spec.Rate * 86_400:0.###} / d"
                            )
                    )
                    + "; measure whole days, or choose 'begins' of the job";
            }
        }
    }

    private static string TimeOfDay(double seconds)
    {
        var minutes = (long)(seconds / 60) % (24 * 60);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
    }
}
