using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>How many base stations a site needs.</summary>
/// <param name="Stations">Number [1].</param>
/// <param name="Promises">What should arrive of each fleet with that number.</param>
/// <param name="IsSufficient">Whether that is what each requires, with the stations in use no more than planned.</param>
internal sealed record StationDimensioning(int Stations, IReadOnlyList<Promise> Promises, bool IsSufficient)
{
    /// <summary>The smallest number with which every fleet is promised what it requires; the number that comes closest for the worst of them if there is none.</summary>
    public static StationDimensioning For(StationOptions options, Site site, Frequency carrier, LinkClasses classes)
    {
        var sample = new PlanningSample(site);
        StationDimensioning? best = null;
        for (var count = 1; count <= options.StationLimit; count++)
        {
            var (promises, use) = ExpectedWith(count, options, site, sample, carrier, classes);
            if (Promise.LeastMargin(promises) >= 0 && use <= site.Demand.Utilisation)
            {
                return new StationDimensioning(count, promises, true);
            }

            if (best is null || Promise.LeastMargin(promises) > Promise.LeastMargin(best.Promises))
            {
                best = new StationDimensioning(count, promises, false);
            }
        }

        return best!;
    }

    /// <summary>
    /// Expected delivery: permitted to be sent, and for at least one of its transmissions strong enough at the best station and alone there. And the share of
    /// its own capacity that the busiest station uses.
    /// </summary>
    /// <remarks>
    /// A transmission: P(strong enough) · exp(−others that it meets). Places of the survey stand for the devices, of which all but one are others. Neither capture nor
    /// further stations are counted on: the safe side, so that a target which the rule cannot show to be met may be met all the same. A message of any fleet has the mean length of all.
    /// </remarks>
    private static (IReadOnlyList<Promise> Promises, double Use) ExpectedWith(
        int count,
        StationOptions options,
        Site site,
        PlanningSample sample,
        Frequency carrier,
        LinkClasses classes
    )
    {
        var propagation = new Propagation(site.Propagation, carrier, sample.Random);
        var stations = Sunflower.Places(count, site.Radius, options.StationHeight);
        double[][] permitted =
        [
            .. sample.Fleets.Select(fleet =>
                (double[])
                    [
                        .. Enumerable
                            .Range(0, classes.Count)
                            .Select(linkClass => classes.Permitted(linkClass, fleet.Demand.MessagesPerSecond / fleet.Count)),
                    ]
            ),
        ];
        var (heard, served) = (new double[count][], new double[count][]);
        for (var station = 0; station < count; station++)
        {
            (heard[station], served[station]) = (new double[classes.Count], new double[classes.Count]);
        }

        var serving = new (int Station, int Class, double Heard, double Permitted)[sample.Places.Count];
        var powers = new double[count];
        for (var i = 0; i < serving.Length; i++)
        {
            var place = sample.Places[i];
            var best = Measure(place.Node, propagation, classes.Radiated, stations, powers);
            var linkClass = classes.ClassAt(powers[best]);
            var sensitivity = classes.Sensitivity(linkClass);
            serving[i] = (best, linkClass, propagation.Exceeds(powers[best] - sensitivity), permitted[place.Fleet][linkClass]);
            var rate = place.MessagesPerSecond * serving[i].Permitted;
            served[best][linkClass] += rate;
            for (var station = 0; station < count; station++)
            {
                heard[station][linkClass] += powers[station] >= sensitivity ? rate : 0;
            }
        }

        var busiest = Math.Max(heard.Max(rates => classes.Use(rates)), served.Max(rates => classes.Sends(rates)));
        var others = 1 - 1.0 / Math.Max(1, site.Near.Count);
        double[][] met = [.. heard.Select(rates => rates.Select(one => one * others).ToArray())];
        double[][] answered = [.. served.Select(rates => rates.Select(one => one * others).ToArray())];
        return (sample.Promises(i => Delivery(serving[i]), i => serving[i].Permitted), busiest);

        double Delivery((int Station, int Class, double Heard, double Permitted) link) =>
            link.Permitted
            * classes.Arrives(
                link.Heard
                    * Math.Exp(-classes.Meets(link.Class, met[link.Station]) - classes.MeetsAnswers(link.Class, answered[link.Station]))
            );
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
