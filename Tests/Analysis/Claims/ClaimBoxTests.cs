using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Tests.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Claims;

/// <summary>Verdicts over plausible ranges, on functions whose shares and distances are known.</summary>
public sealed class ClaimBoxTests
{
    private const string Less = "latency-mean(a, reading) < latency-mean(b, reading)";

    /// <summary>Two inputs: indoor 60 to 100 % around 80 %, and a period of 1 to 3 h around 2 h.</summary>
    private static readonly BoxManifest Ranges = new(
        "",
        [new("meter.indoor", 60, 80, 100, "%", IsWhole: false), new("reading.every", 1, 2, 3, "h", IsWhole: false)]
    );

    [Test]
    public void Share_and_turn_of_a_plane_are_exact()
    {
        // Holds below 0: at u < 0.5, three quarters of the range; it turns half a half-width from nominal: at 90 %.
        var box = Box(Less, u => u[0] - 0.5);

        Assert.Multiple(() =>
        {
            Assert.That(box.Share.Share, Is.EqualTo(0.75).Within(0.001));
            Assert.That(box.Share.High - box.Share.Low, Is.EqualTo(0).Within(0.001));
            Assert.That(box.Alone!.Distance, Is.EqualTo(0.5).Within(1e-9));
            Assert.That(Ranges.Inputs[0].Text(Ranges.Inputs[0].Value(box.Alone.Point[0])), Is.EqualTo("90 %"));
        });
    }

    [Test]
    public void A_margin_moves_the_boundary() =>
        Assert.That(Box(Less, u => u[0] - 0.5, margin: 0.25).Alone!.Distance, Is.EqualTo(0.25).Within(1e-9));

    [Test]
    public void Equality_holds_on_a_stripe() =>
        Assert.That(Box(Less.Replace('<', '='), u => u[0] + u[1], margin: 0.5).Share.Share, Is.EqualTo(0.4375).Within(0.002));

    [Test]
    public void All_parts_together_hold_where_each_does()
    {
        var box = Box($"{Less} and latency-mean(a, alarm) < latency-mean(b, alarm)", u => u[0], u => u[1]);

        Assert.That(box.Share.Share, Is.EqualTo(0.25).Within(0.002));
    }

    [Test]
    public void What_is_far_from_the_margin_does_not_turn()
    {
        var box = Box(Less, u => u[0] - 3);

        Assert.Multiple(() =>
        {
            Assert.That(box.Together, Is.Null);
            Assert.That((box.Share.Low, box.Share.High), Is.EqualTo((1.0, 1.0)));
        });
    }

    [Test]
    public void Luck_that_all_points_share_does_not_blur_the_shape_but_the_level()
    {
        // Each replication is off by as much at all points: replications 1 and 2 by 0.2 and 0, all ten by 0 on average.
        double[] off = [0.2, 0, -0.1, 0.1, -0.2, 0, 0.1, -0.1, 0.05, -0.05];
        var box = Of(Less, 0, [Nominal(off, -0.5)], [.. Points.Select(u => (u, new[] { Two(u[0] - 0.5, off) }))]);

        Assert.Multiple(() =>
        {
            Assert.That(box.Share.Share, Is.EqualTo(0.75).Within(0.001));
            Assert.That(box.Share.Low, Is.InRange(0.60, 0.74));
            Assert.That(box.Share.High, Is.InRange(0.76, 0.90));
        });
    }

    [Test]
    public void The_interval_of_the_share_holds_the_true_one_under_noise()
    {
        const int Cases = 60;
        var noise = new Noise(0.2);
        var held = Enumerable
            .Range(0, Cases)
            .Count(_ =>
            {
                var nominal = Nominal([.. Enumerable.Range(0, 10).Select(_ => noise.Next())], -0.5);
                var box = Of(Less, 0, [nominal], [.. Points.Select(u => (u, new[] { Two(u[0] - 0.5, [noise.Next(), noise.Next()]) }))]);
                return box.Share.Low <= 0.75 && box.Share.High >= 0.75;
            });

        Assert.That(held, Is.GreaterThan(Cases * (0.95 - (4 * Math.Sqrt(0.05 * 0.95 / Cases)))));
    }

    [Test]
    public void Too_few_points_are_counted()
    {
        var box = Of(Less, 0, [Nominal([0, 0, 0], -1)], [.. Points.Take(2).Select(u => (u, new[] { Two(-1, [0, 0]) }))]);

        // Clopper and Pearson, two of two: (0.05 / 2)^(1/2).
        Assert.That((box.HasSurface, box.Share.Low), Is.EqualTo((false, Math.Sqrt(0.025))).Within(1e-6));
    }

    [Test]
    public void Points_at_which_a_side_cannot_work_are_left_out_and_told()
    {
        var box = Of(Less, 0, [Nominal([0, 0, 0], -1)], [.. Points.Select(u => (u, new[] { u[0] > 0.5 ? [] : Two(-1, [0, 0]) }))]);

        Assert.That(box.Unmeasured, Is.EqualTo(Points.Count(u => u[0] > 0.5)));
    }

    private static readonly double[][] Points =
    [
        .. Enumerable.Range(1, 12).Select(number => Halton.Point(number, 2).Select(share => (2 * share) - 1).ToArray()),
    ];

    private static ClaimBox Box(string condition, Func<double[], double> value, double margin = 0) => Box(condition, margin, value);

    /// <summary>Shares that are the same in every replication are only as sure as their arrivals are many.</summary>
    [TestCase(0, 1)]
    [TestCase(0.5, 1)]
    [TestCase(1.5, 0)]
    public void What_never_varies_is_as_sure_as_its_arrivals_allow(double flat, double surely)
    {
        var box = Of(
            "latency-mean(direct, reading) < latency-mean(brokered, reading)",
            0,
            [Nominal([0, 0, 0], -1)],
            [.. Points.Select(u => (u, new[] { Two(-1, [0, 0]) }))],
            [flat]
        );

        Assert.That((box.Share.Share, box.Share.Low), Is.EqualTo((1, surely)));
    }

    private static ClaimBox Box(string condition, params Func<double[], double>[] values) => Box(condition, 0, values);

    private static ClaimBox Box(string condition, double margin, params Func<double[], double>[] values) =>
        Of(
            condition,
            margin,
            [.. values.Select(value => Nominal([0, 0, 0], value([0, 0])))],
            [.. Points.Select(u => (u, values.Select(value => Two(value(u), [0, 0])).ToArray()))]
        );

    private static ClaimBox Of(
        string condition,
        double margin,
        IReadOnlyList<IReadOnlyDictionary<int, double>> nominal,
        IReadOnlyList<(double[] Point, Dictionary<int, double>[] Parts)> points,
        IReadOnlyList<double>? flat = null
    ) =>
        ClaimBox.Of(
            new("less", null, null, "metering-scale", condition, margin, "0123456789abcdef"),
            ClaimCondition.Parse(condition),
            Ranges,
            nominal,
            flat ?? [.. nominal.Select(_ => 0.0)],
            [
                .. points.Select(one =>
                    (
                        DesignPoint.Of(Ranges.Inputs.Zip(one.Point, (input, u) => (input.Factor, $"{input.Value(u):R} {input.Unit}"))),
                        (IReadOnlyList<IReadOnlyDictionary<int, double>>)one.Parts
                    )
                ),
            ]
        )!;

    private static Dictionary<int, double> Nominal(double[] off, double value) =>
        off.Index().ToDictionary(one => one.Index + 1, one => value + one.Item);

    private static Dictionary<int, double> Two(double value, double[] off) => new() { [1] = value + off[0], [2] = value + off[1] };
}
