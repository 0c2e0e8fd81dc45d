using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class ResponseSurfaceTests
{
    private static readonly double[][] Points =
    [
        .. Enumerable.Range(1, 14).Select(number => Halton.Point(number, 2).Select(share => (2 * share) - 1).ToArray()),
    ];

    [Test]
    public void A_quadratic_is_found_exactly()
    {
        static double Truth(double[] x) => 1 + (2 * x[0]) - x[1] + (0.5 * x[0] * x[0]) - (3 * x[0] * x[1]);
        var surface = ResponseSurface.Fit(Points, [.. Points.Select(Truth)])!;

        Assert.Multiple(() =>
        {
            Assert.That(surface.At([0.3, -0.9]), Is.EqualTo(Truth([0.3, -0.9])).Within(1e-9));
            Assert.That(surface.Band([0.3, -0.9], 0.95), Is.EqualTo(0).Within(1e-9));
        });
    }

    [Test]
    public void What_is_flat_but_for_noise_mostly_stays_a_plane()
    {
        var noise = new Noise(0.3);
        var planes = Enumerable
            .Range(0, 100)
            .Count(_ => ResponseSurface.Fit(Points, [.. Points.Select(x => x[0] + noise.Next())])!.Kind == SurfaceKind.Plane);

        Assert.That(planes, Is.GreaterThan(60));
    }

    [Test]
    public void The_band_holds_the_true_surface_everywhere_in_95_of_100_cases()
    {
        const int Cases = 200;
        var noise = new Noise(0.3);
        var held = Enumerable
            .Range(0, Cases)
            .Count(_ =>
            {
                var surface = ResponseSurface.Fit(Points, [.. Points.Select(x => 1 + x[0] - (2 * x[1]) + noise.Next())])!;
                return Points.All(x => Math.Abs(surface.At(x) - (1 + x[0] - (2 * x[1]))) <= surface.Band(x, 0.95));
            });

        // A quadratic may be taken where a plane is true, which costs nothing: it holds the plane. Four standard errors below 95 %.
        Assert.That(held, Is.GreaterThan(Cases * (0.95 - (4 * Math.Sqrt(0.05 * 0.95 / Cases)))));
    }

    [Test]
    public void Three_points_make_no_surface_over_two_inputs() => Assert.That(ResponseSurface.Fit(Points[..3], [1, 2, 3]), Is.Null);

    [Test]
    public void Points_on_a_line_make_no_surface_over_two_inputs()
    {
        double[][] line = [.. Enumerable.Range(0, 8).Select(i => new double[] { i / 8.0, i / 8.0 })];

        Assert.That(ResponseSurface.Fit(line, [.. line.Select(x => x[0])]), Is.Null);
    }
}
