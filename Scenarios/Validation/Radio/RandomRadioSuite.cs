using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Radio;

/// <summary>What is drawn for a link, against the distributions that it is drawn from.</summary>
internal static class RandomRadioSuite
{
    private const int Replications = 40;
    private const int Links = 2000;

    /// <summary>Between two landscapes of one replication there is no correlation but chance, so that each replication gives one number.</summary>
    private const int Landscapes = 200;
    private static readonly Frequency Carrier = 868.0.Megahertz;
    private static readonly Position Station = new(0, 0, 25);

    public static ValidationSuite Create() =>
        new(
            "random-radio",
            "Shadowing, line of sight, fading and buildings",
            "Gudmundson, Electronics Letters 27(23), 1991 (correlation); 3GPP TR 38.901 table 7.4.2-1 (line of sight) and TR 45.820 annex D.1 (buildings); moments of the exponential distribution and of Rice's.",
            "Deviation 1 dB and correlation distance 100 m; 200 stations in each of 40 replications. Line of sight, fading and buildings: 2000 links in each.",
            [],
            [.. ShadowRows(), .. LinkRows()]
        );

    private static IEnumerable<ValidationRow> ShadowRows()
    {
        var options = new PropagationOptions
        {
            PathLoss = PathLossChoice.FreeSpace,
            Shadowing = 1,
            CorrelationDistance = 100,
            SiteCorrelation = 0,
        };
        Statistic<double[]> At(int i, double metres) =>
            new($"correlation of shadowing, {metres} m apart", "1", Math.Exp(-metres / 100), run => run[i]);
        var runs = Enumerable
            .Range(0, Replications)
            .Select(replication => Products(new Propagation(options, Carrier, new Randomness(51, replication)), 0, 25, 50, 100, 200));
        return Statistic<double[]>
            .Rows(runs, Criterion.Within(0.05, 0.05), [At(0, 0), At(1, 25), At(2, 50), At(3, 100), At(4, 200)])
            .Concat(Sites(options));
    }

    /// <summary>Of one place towards two stations.</summary>
    private static IEnumerable<ValidationRow> Sites(PropagationOptions options)
    {
        var common = options with { SiteCorrelation = 0.5 };
        var runs = Enumerable
            .Range(0, Replications)
            .Select(replication =>
            {
                var propagation = new Propagation(common, Carrier, new Randomness(52, replication));
                return (double[])
                    [
                        Enumerable
                            .Range(0, Landscapes)
                            .Average(i =>
                                Shadow(propagation, 0, new Position(1000 * i, 0, 1.5))
                                * Shadow(propagation, 1, new Position(1000 * i, 0, 1.5))
                            ),
                    ];
            });
        return Statistic<double[]>.Rows(
            runs,
            Criterion.Within(0.05, 0.05),
            [new Statistic<double[]>("correlation of shadowing towards two stations", "1", 0.5, run => run[0])]
        );
    }

    private static double[] Products(Propagation propagation, params double[] apart) =>
        [
            .. apart.Select(metres =>
                Enumerable
                    .Range(0, Landscapes)
                    .Average(station =>
                        Shadow(propagation, station, new Position(300, 400, 1.5))
                        * Shadow(propagation, station, new Position(300 + metres, 400, 1.5))
                    )
            ),
        ];

    private static double Shadow(Propagation propagation, int station, Position at) =>
        propagation.Loss(Entity.Of("device"), at, 0, station, Station) - propagation.Model.Median(propagation.Geometry(at, Station), true);

    private static IEnumerable<ValidationRow> LinkRows()
    {
        var rice = Decibels.ToLinear(9);
        var runs = Enumerable.Range(0, Replications).Select(Run);
        return Statistic<double[]>.Rows(
            runs,
            Criterion.InInterval(0.05),
            [
                new("urban macro, links in sight at 100 m", "1", 0.3477, run => run[0]),
                new("Rayleigh, mean gain", "1", 1, run => run[1]),
                new("Rayleigh, gain below 0.1", "1", 1 - Math.Exp(-0.1), run => run[2]),
                new("Rice of 9 dB, gain above 0.5", "1", BlockFading.RiceExceeds(rice, 0.5), run => run[7]),
                new("Rice of 9 dB, mean gain", "1", 1, run => run[3]),
                new("Rice of 9 dB, mean square of the gain", "1", (2 + 4 * rice + rice * rice) / ((1 + rice) * (1 + rice)), run => run[4]),
                new("TR 45.820, mean loss of the outer wall", "dB", 0.25 * 7.5 + 0.65 * 15 + 0.10 * 21, run => run[5]),
                new("TR 45.820, buildings with an outer wall above 19 dB", "1", 0.1, run => run[6]),
            ]
        );
    }

    private static double[] Run(int replication)
    {
        var random = new Randomness(53, replication);
        var sight = new Propagation(new PropagationOptions { PathLoss = PathLossChoice.UrbanMacro, Shadowing = 0 }, Carrier, random);
        var inSight = sight.Model.Median(sight.Geometry(new Position(100, 0, 1.5), Station), true);
        var rayleigh = Gains(new PropagationOptions { Fading = FadingModel.Rayleigh }, random);
        var rice = Gains(new PropagationOptions { Fading = FadingModel.Rice, RiceFactor = 9 }, random);
        double[] walls = [.. Enumerable.Range(0, Links).Select(i => OuterWall(random.Draw(Entity.Of("device", i), Purpose.Named("wall"))))];
        return
        [
            Enumerable
                .Range(0, Links)
                .Average(i => sight.Loss(Entity.Of("device", i), new Position(100, 0, 1.5), 0, 0, Station) == inSight ? 1 : 0),
            rayleigh.Average(),
            rayleigh.Average(gain => gain < 0.1 ? 1 : 0),
            rice.Average(),
            rice.Average(gain => gain * gain),
            walls.Average(),
            walls.Average(loss => loss >= 19 ? 1 : 0),
            rice.Average(gain => gain >= 0.5 ? 1 : 0),
        ];
    }

    private static double[] Gains(PropagationOptions options, Randomness random)
    {
        var propagation = new Propagation(options, Carrier, random);
        return [.. Enumerable.Range(0, Links).Select(i => Decibels.ToLinear(propagation.Fading(Entity.Of("device", i), 0, 0)))];
    }

    /// <summary>A building without inner walls and without depth.</summary>
    private static double OuterWall(Draw draw) => BuildingPenetration.Tr45820(draw.Uniform(), draw.Uniform(), 0, 0, 0);
}
