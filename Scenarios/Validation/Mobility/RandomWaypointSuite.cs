using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Mobility;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Mobility;

/// <summary>Random waypoints in the steady state, at the start of a run and ten hours later.</summary>
internal static class RandomWaypointSuite
{
    private const int Replications = 30;
    private const int Members = 2000;
    private const double Radius = 1000;
    private const double Slowest = 1;
    private const double Fastest = 20;
    private static readonly Duration Pause = 1.Minutes;

    /// <summary>Over which a speed is measured: few trips end or begin within it.</summary>
    private static readonly Duration Step = 1.Milliseconds;

    public static ValidationSuite Create() =>
        new(
            "random-waypoint",
            "Random waypoints in the steady state",
            "Navidi and Camp, IEEE Transactions on Mobile Computing 3(1), 2004 (shares of time, speed, mean distances); density of the place under way on a disc: Bettstetter, Hartenstein and Pérez-Costa, Wireless Networks 10, 2004, and Hyytiä, Lassila and Virtamo 2006, f(r) = 45 (1 − r²)/(64 π) ∫₀^π √(1 − r² cos² φ) dφ, from memory, of which the mean of r² is 11/35.",
            "1 to 20 m/s, rest of 60 s, disc of 1 km radius or square of 2 km; 2000 members in each of 30 replications. Without a beginning in the steady state the mean speed would be 10.5 m/s at the start and fall.",
            [],
            [.. Rows("disc", isSquare: false), .. Rows("square", isSquare: true)]
        );

    private static IEnumerable<ValidationRow> Rows(string shape, bool isSquare)
    {
        var region = new Region(Radius, isSquare);
        var length = isSquare ? 0.521405433 * 2 * Radius : 0.905414787 * Radius;
        var inverse = Math.Log(Fastest / Slowest) / (Fastest - Slowest);
        var resting = Pause.TotalSeconds / (Pause.TotalSeconds + length * inverse);
        var speed = (1 - resting) / inverse;
        var runs = Enumerable.Range(0, Replications).Select(replication => Run(region, replication));
        List<Statistic<double[]>> rows =
        [
            new($"{shape}, share at rest at the start", "1", resting, run => run[0]),
            new($"{shape}, share at rest after 10 h", "1", resting, run => run[1]),
            new($"{shape}, mean speed at the start", "m/s", speed, run => run[2]),
            new($"{shape}, mean speed after 10 h", "m/s", speed, run => run[3]),
        ];
        if (!isSquare)
        {
            var square = resting / 2 + (1 - resting) * 11 / 35;
            rows.Add(new("disc, mean square distance from the centre at the start, over R²", "1", square, run => run[4]));
            rows.Add(new("disc, mean square distance from the centre after 10 h, over R²", "1", square, run => run[5]));
        }

        return Statistic<double[]>.Rows(runs, Criterion.InInterval(0.03), rows);
    }

    private static double[] Run(Region region, int replication)
    {
        var random = new Randomness(61, replication);
        var sums = new double[6];
        for (var i = 0; i < Members; i++)
        {
            var way = new RandomWaypoint(random, Entity.Of("member", i), region, 1.5, Slowest, Fastest, Pause);
            foreach (var (time, offset) in new[] { (SimTime.Start, 0), (SimTime.Start + 10.Hours, 1) })
            {
                var (at, next) = (way.At(time), way.At(time + Step));
                var speed = at.GroundDistanceTo(next) / Step.TotalSeconds;
                sums[offset] += speed == 0 ? 1 : 0;
                sums[2 + offset] += speed;
                sums[4 + offset] += (at.X * at.X + at.Y * at.Y) / (Radius * Radius);
            }
        }

        return [.. sums.Select(sum => sum / Members)];
    }
}
