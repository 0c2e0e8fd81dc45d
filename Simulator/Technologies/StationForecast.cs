using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What share of its messages a site can expect to arrive with a number of base stations on an ultra-narrow band.</summary>
/// <remarks>
/// <para>For a place: D = permitted · a(p), where a turns the probability p that one transmission arrives into that of a message (<see cref="LinkClasses.Arrives"/>), and
/// p = exp(−Σⱼ λⱼ minₘ Vⱼₘ) · (1 − Πₘ (1 − hₘ exp(−Σⱼ λⱼ (Vⱼₘ − min V) − Fₘ − Aₘ))).
/// Over the <see cref="Chances"/> strongest stations m of the place: hₘ the probability that a transmission is strong enough there, Vⱼₘ the time, weighted with the nearness of
/// carriers, in which the start of a transmission of place j destroys it there (<see cref="NarrowbandContest"/>), λⱼ the transmissions of j, Fₘ foreign ones
/// (<see cref="NarrowbandOthers"/>) and Aₘ the station's own answers. What destroys a transmission at every station is one event, the others are independent: exact for one interferer
/// at a time, Poisson arrivals.</para>
/// <para>How often a message is sent and how much is on the air depend on each other and are found by iteration.</para>
/// <para>Left out: fading of interferers, losses of answers on the air, further stations than those counted, questions of devices, the duty cycle of Sigfox stations.</para>
/// </remarks>
internal sealed class StationForecast
{
    /// <summary>Stations that are counted on for a place [1]; the weaker ones add little.</summary>
    private const int Chances = 4;

    /// <summary>So many places of each fleet stand for all of it as interferers [1].</summary>
    private const int Interferers = 150;

    /// <summary>Rounds in which transmissions and load are fitted to each other [1].</summary>
    private const int Rounds = 3;

    private const int LeastPower = -200;
    private const int GreatestPower = 0;

    private readonly StationOptions _options;
    private readonly Site _site;
    private readonly PlanningSample _sample;
    private readonly LinkClasses _classes;
    private readonly Propagation _propagation;
    private readonly NarrowbandContest[,] _contests;
    private readonly double[,] _meeting;
    private readonly double[]?[] _foreign;
    private readonly (int Place, double Weight)[] _interferers;

    public StationForecast(StationOptions options, Site site, PlanningSample sample, Frequency carrier, LinkClasses classes)
    {
        (_options, _site, _sample, _classes) = (options, site, sample, classes);
        _propagation = new Propagation(site.Propagation, carrier, sample.Random);
        _contests = new NarrowbandContest[classes.Count, classes.Count];
        _meeting = new double[classes.Count, classes.Count];
        for (var one = 0; one < classes.Count; one++)
        {
            for (var other = 0; other < classes.Count; other++)
            {
                var (wanted, met) = (one, other);
                _contests[one, other] = new NarrowbandContest(classes.LeastRatio, ratio => classes.Lost(wanted, met, ratio));
                _meeting[one, other] = (classes.Airtime(one) + classes.Airtime(other)).TotalSeconds * classes.Near(one, other);
            }
        }

        _foreign = new double[]?[classes.Count];
        _interferers = [.. sample.Some(Interferers)];
    }

    /// <summary>What each fleet is promised, and the share of what it may send that the busiest station sends.</summary>
    public (IReadOnlyList<Promise> Promises, double Use) With(int stations)
    {
        var links = Links(stations);
        double[] permitted = [.. links.Select((link, place) => Permitted(place, link.Class))];
        double[] tries = [.. links.Select(_ => _classes.Transmissions(1))];
        var arrives = new double[links.Length];
        var served = Served(links, permitted, stations);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < links.Length; i++)
            {
                arrives[i] = Arrives(i, links, permitted, tries, served);
            }

            for (var i = 0; i < links.Length; i++)
            {
                tries[i] = _classes.Transmissions(arrives[i]);
            }
        }

        return (
            _sample.Promises(i => permitted[i] * _classes.Arrives(arrives[i]), i => permitted[i]),
            served.Max(rates => _classes.Sends(rates))
        );
    }

    /// <summary>The power of every place at every station, its class, and the stations that it may count on.</summary>
    private Link[] Links(int stations)
    {
        var places = Sunflower.Places(stations, _site.Radius, _options.StationHeight);
        var links = new Link[_sample.Places.Count];
        for (var i = 0; i < links.Length; i++)
        {
            var levels = Levels(_sample.Places[i].Node, places);
            int[] strongest = [.. Enumerable.Range(0, stations).OrderByDescending(station => levels[station]).Take(Chances)];
            var linkClass = _classes.ClassAt(levels[strongest[0]]);
            links[i] = new Link(
                linkClass,
                levels,
                [
                    .. strongest.Select(station => new Chance(
                        station,
                        _propagation.Exceeds(levels[station] - _classes.Sensitivity(linkClass)),
                        Foreign(linkClass, levels[station])
                    )),
                ]
            );
        }

        return links;
    }

    private double[] Levels(Node device, Position[] places)
    {
        var stand = _propagation.Stand(device.Entity, device.Position, _propagation.Penetration(device.Entity, device.Indoor));
        return [.. places.Select((place, station) => _classes.Radiated - _propagation.Loss(stand, station, place))];
    }

    /// <summary>Messages for which each station is the best, by class [1/s], but for those of one device.</summary>
    private double[][] Served(Link[] links, double[] permitted, int stations)
    {
        var served = new double[stations][];
        for (var station = 0; station < stations; station++)
        {
            served[station] = new double[_classes.Count];
        }

        var others = 1 - 1.0 / Math.Max(1, _site.Near.Count);
        for (var i = 0; i < links.Length; i++)
        {
            served[links[i].Chances[0].Station][links[i].Class] += _sample.Places[i].MessagesPerSecond * permitted[i] * others;
        }

        return served;
    }

    /// <summary>Probability that one transmission of a place arrives [1].</summary>
    private double Arrives(int i, Link[] links, double[] permitted, double[] tries, double[][] served)
    {
        var link = links[i];
        var fleet = _sample.Places[i].Fleet;
        var common = 0.0;
        Span<double> alone = stackalloc double[link.Chances.Length];
        Span<double> lost = stackalloc double[link.Chances.Length];
        foreach (var (j, weight) in _interferers)
        {
            var other = links[j];
            var contest = _contests[link.Class, other.Class];
            var least = double.PositiveInfinity;
            for (var k = 0; k < lost.Length; k++)
            {
                var station = link.Chances[k].Station;
                lost[k] = contest.Lost(link.Levels[station] - other.Levels[station]);
                least = Math.Min(least, lost[k]);
            }

            // A device does not meet itself.
            var others = fleet == _sample.Places[j].Fleet ? 1 - 1.0 / _sample.Fleets[fleet].Count : 1;
            var meets = others * weight * _sample.Places[j].MessagesPerSecond * permitted[j] * tries[j] * _meeting[link.Class, other.Class];
            common += meets * least;
            for (var k = 0; k < alone.Length; k++)
            {
                alone[k] += meets * (lost[k] - least);
            }
        }

        var nowhere = 1.0;
        for (var k = 0; k < alone.Length; k++)
        {
            var (station, heard, foreign) = link.Chances[k];
            nowhere *= 1 - heard * Math.Exp(-alone[k] - foreign - _classes.MeetsAnswers(link.Class, served[station]));
        }

        return Math.Exp(-common) * (1 - nowhere);
    }

    private double Permitted(int place, int linkClass)
    {
        var fleet = _sample.Fleets[_sample.Places[place].Fleet];
        return _classes.Permitted(linkClass, fleet.Demand.MessagesPerSecond / fleet.Count);
    }

    /// <summary>Expected number of foreign transmissions that destroy one [1], tabulated by decibel and read between.</summary>
    private double Foreign(int linkClass, double power)
    {
        var table = _foreign[linkClass] ??= [
            .. Enumerable.Range(LeastPower, GreatestPower - LeastPower + 1).Select(level => _classes.Foreign(linkClass, level)),
        ];
        var at = Math.Clamp(power, LeastPower, GreatestPower) - LeastPower;
        var below = Math.Min((int)at, table.Length - 2);
        return table[below] + (at - below) * (table[below + 1] - table[below]);
    }

    /// <param name="Class">Of the place's transmissions [1].</param>
    /// <param name="Levels">At every station [dBm].</param>
    /// <param name="Chances">The stations it may count on, the best first.</param>
    private readonly record struct Link(int Class, double[] Levels, Chance[] Chances);

    /// <param name="Station">Its number [1].</param>
    /// <param name="Heard">Probability that a transmission is strong enough there [1].</param>
    /// <param name="Foreign">Foreign transmissions that destroy it there [1].</param>
    private readonly record struct Chance(int Station, double Heard, double Foreign);
}
