namespace M2mVsIoTSim.Technologies;

/// <summary>How many gateways or base stations a site needs.</summary>
/// <param name="Count">Number [1].</param>
/// <param name="Promises">What should arrive of each fleet with that number.</param>
/// <param name="IsSufficient">Whether that is what each requires, with the stations in use no more than planned.</param>
internal sealed record PlannedStations(int Count, IReadOnlyList<Promise> Promises, bool IsSufficient)
{
    /// <summary>A share of messages for which nobody builds [1].</summary>
    private const double Nothing = 0.001;

    /// <summary>The smallest number with which every fleet is promised what it requires; the number that comes closest for the worst of them if there is none.</summary>
    /// <param name="limit">Greatest number that is tried [1].</param>
    /// <param name="site">Where they are built.</param>
    /// <param name="forecast">Works out what a number brings: the promises, and the share of the busiest station's own capacity in use [1].</param>
    public static PlannedStations Smallest(int limit, Site site, Func<Func<int, (IReadOnlyList<Promise> Promises, double Use)>> forecast) =>
        site.Survey is { } survey ? survey.Decision.Once(() => Search(limit, site, forecast())) : Search(limit, site, forecast());

    private static PlannedStations Search(int limit, Site site, Func<int, (IReadOnlyList<Promise> Promises, double Use)> forecast)
    {
        PlannedStations? best = null;
        IReadOnlyList<Promise> before = [];
        for (var count = 1; count <= limit; count++)
        {
            var (promises, use) = forecast(count);
            if (Promise.LeastMargin(promises) >= 0 && use <= site.Demand.Utilisation)
            {
                return new PlannedStations(count, promises, true);
            }

            if (best is null || Promise.LeastMargin(promises) > Promise.LeastMargin(best.Promises))
            {
                best = new PlannedStations(count, promises, false);
            }

            if (IsHopeless(before, promises))
            {
                break;
            }

            before = promises;
        }

        return best!;
    }

    /// <summary>Whether some fleet already gets all that it may send, which is less than it has to, and more stations let it send no more.</summary>
    private static bool IsHopeless(IReadOnlyList<Promise> before, IReadOnlyList<Promise> promises) =>
        before.Count == promises.Count
        && promises
            .Zip(before)
            .Any(pair =>
                pair.First.Permitted < pair.First.Required
                && pair.First.Permitted - pair.First.Delivery < Nothing
                && pair.First.Permitted - pair.Second.Permitted < Nothing
            );
}
