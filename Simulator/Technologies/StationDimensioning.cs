using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>How many base stations a site needs.</summary>
/// <param name="Stations">Number [1].</param>
/// <param name="ExpectedDelivery">Share of messages that should arrive with that number [1].</param>
/// <param name="Permitted">Share of messages that the devices may send at all [1].</param>
/// <param name="IsSufficient">Whether that reaches the target, with the stations in use no more than planned.</param>
internal sealed record StationDimensioning(int Stations, double ExpectedDelivery, double Permitted, bool IsSufficient)
{
    /// <summary>So many places, evenly taken from all, stand for the fleet.</summary>
    private const int SampleSize = 1000;

    /// <summary>The smallest number that reaches the site's target; the best number up to the limit if none does.</summary>
    public static StationDimensioning For(StationOptions options, Site site, Frequency carrier, LinkClasses classes)
    {
        if (site.Near.Count == 0)
        {
            return new StationDimensioning(1, 1, 1, true);
        }

        var best = new StationDimensioning(1, -1, 1, false);
        for (var count = 1; count <= options.StationLimit; count++)
        {
            var (expected, permitted, use) = ExpectedWith(count, options, site, carrier, classes);
            if (expected >= site.Demand.Delivery && use <= site.Demand.Utilisation)
            {
                return new StationDimensioning(count, expected, permitted, true);
            }

            if (expected > best.ExpectedDelivery)
            {
                best = new StationDimensioning(count, expected, permitted, false);
            }
        }

        return best;
    }

    /// <summary>
    /// Expected delivery: permitted to be sent, and for at least one of its transmissions strong enough at the best station and alone there. And the share of
    /// its own capacity that the busiest station uses.
    /// </summary>
    /// <remarks>
    /// A transmission: P(strong enough) · exp(−others that it meets). Places of the survey stand for the devices, of which all but one are others. Neither capture nor
    /// further stations are counted on: the safe side.
    /// </remarks>
    private static (double Delivery, double Permitted, double Use) ExpectedWith(
        int count,
        StationOptions options,
        Site site,
        Frequency carrier,
        LinkClasses classes
    )
    {
        var (surveyed, random) = site.Survey is { } survey ? (survey.Places, survey.Random) : (site.Near, site.Simulation.Random);
        var propagation = new Propagation(site.Propagation, carrier, random);
        var places = Sunflower.Places(count, site.Radius, options.StationHeight);
        var sample = Math.Min(SampleSize, surveyed.Count);
        var perDevice = site.Demand.MessagesPerSecond / site.Near.Count;
        double[] permitted = [.. Enumerable.Range(0, classes.Count).Select(linkClass => classes.Permitted(linkClass, perDevice))];
        var rate = site.Demand.MessagesPerSecond / sample;
        var heard = new double[count][];
        for (var station = 0; station < count; station++)
        {
            heard[station] = new double[classes.Count];
        }

        var serving = new (int Station, int Class, double Heard)[sample];
        var powers = new double[count];
        for (var i = 0; i < sample; i++)
        {
            var device = surveyed[(int)((long)i * surveyed.Count / sample)];
            var best = Measure(device, propagation, classes.Radiated, places, powers);
            var linkClass = classes.ClassAt(powers[best]);
            var sensitivity = classes.Sensitivity(linkClass);
            serving[i] = (best, linkClass, propagation.Exceeds(powers[best] - sensitivity));
            for (var station = 0; station < count; station++)
            {
                heard[station][linkClass] += powers[station] >= sensitivity ? rate * permitted[linkClass] : 0;
            }
        }

        var busiest = heard.Max(rates => classes.Use(rates));
        var others = 1 - 1.0 / site.Near.Count;
        double[][] met = [.. heard.Select(rates => rates.Select(one => one * others).ToArray())];
        var delivery = serving.Average(link =>
            permitted[link.Class] * classes.Arrives(link.Heard * Math.Exp(-classes.Meets(link.Class, met[link.Station])))
        );
        return (delivery, serving.Average(link => permitted[link.Class]), busiest);
    }

    /// <summary>Fills in the power at each station and tells the best.</summary>
    private static int Measure(Node device, Propagation propagation, double radiated, Position[] places, double[] powers)
    {
        var stand = propagation.Stand(device.Entity, device.Position, propagation.Penetration(device.Entity, device.Indoor));
        var best = 0;
        for (var station = 0; station < places.Length; station++)
        {
            powers[station] = radiated - propagation.Loss(stand, station, places[station]);
            best = powers[station] > powers[best] ? station : best;
        }

        return best;
    }
}
