using System.Globalization;
using M2mVsIoTSim.Media.Wlan;

namespace M2mVsIoTSim.Technologies;

/// <summary>How many access points a site needs for coverage and load.</summary>
/// <remarks>
/// The smallest number with which the share of the surveyed places in reach, both ways, is what each fleet requires, and the busiest channel is in use no more than planned: packets that the places
/// beside it send and receive, each with DIFS, the mean first back-off and the acknowledgement, and the foreign load. Neither collisions nor noise are reckoned with.
/// </remarks>
/// <param name="Count">Access points [1].</param>
/// <param name="Promises">Share of the places of each fleet that are in reach.</param>
/// <param name="Use">Share of the time in which the busiest channel is in use [1].</param>
/// <param name="IsSufficient">Whether that is what is required.</param>
internal sealed record WifiDimensioning(int Count, IReadOnlyList<Promise> Promises, double Use, bool IsSufficient)
{
    /// <summary>The number that is needed, or the one that comes closest up to the limit.</summary>
    public static WifiDimensioning For(WifiOptions options, WlanSettings settings, Site site)
    {
        var sample = new PlanningSample(site);
        WifiDimensioning? best = null;
        for (var count = 1; count <= options.AccessPointLimit; count++)
        {
            var found = With(count, options, settings, site, sample);
            if (found.IsSufficient)
            {
                return found;
            }

            best = best is null || found.Margin(site) > best.Margin(site) ? found : best;
        }

        return best!;
    }

    /// <summary>How it was found, in a sentence.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"smallest number with which what is required is in reach and no channel too busy; in reach are, of the surveyed places, {Promise.Text(Promises)}, the busiest channel is in use for {Use:P1}"
        );

    private double Margin(Site site) => Math.Min(Promise.LeastMargin(Promises), site.Demand.Utilisation - Use);

    private static WifiDimensioning With(int count, WifiOptions options, WlanSettings settings, Site site, PlanningSample sample)
    {
        var coverage = new WifiCoverage(options, settings.Phy, site.Propagation, sample.Random, count, site.Radius);
        var use = new double[count];
        var isReached = new bool[sample.Places.Count];
        var (rate, members) = (sample.Fleets.Sum(fleet => fleet.Demand.MessagesPerSecond), sample.Fleets.Sum(fleet => fleet.Count));
        for (var i = 0; i < isReached.Length; i++)
        {
            var place = sample.Places[i];
            var (accessPoint, link) = coverage.Best(place.Node);
            if (!link.IsInRange)
            {
                continue;
            }

            isReached[i] = true;
            var share = rate > 0 ? place.MessagesPerSecond / rate : place.Members / members;
            use[accessPoint] +=
                share
                * (
                    Busy(settings, site.Load.UpPacketsPerSecond, site.Load.UpOctetsPerSecond, link.UpRate!.Value)
                    + Busy(settings, site.Load.DownPacketsPerSecond, site.Load.DownOctetsPerSecond, link.DownRate!.Value)
                );
        }

        var promises = sample.Promises(i => isReached[i] ? 1 : 0, _ => 1);
        var busiest = use.Max() + options.ForeignLoad;
        return new WifiDimensioning(count, promises, busiest, Promise.LeastMargin(promises) >= 0 && busiest <= site.Demand.Utilisation);
    }

    /// <summary>Share of the time that packets of a mean length occupy a channel [1].</summary>
    private static double Busy(WlanSettings settings, double packets, double octets, int rate)
    {
        if (packets == 0)
        {
            return 0;
        }

        var phy = settings.Phy;
        var exchange = Exchanges.Data(settings, (int)Math.Ceiling(octets / packets) + settings.Overhead, rate);
        return packets * (phy.Difs + phy.Slot * (settings.LeastWindow / 2.0) + exchange.Whole).TotalSeconds;
    }
}
