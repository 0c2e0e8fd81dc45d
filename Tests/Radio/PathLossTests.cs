using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio;

public class PathLossTests
{
    /// <summary>The reference values are rounded to 0.001 dB.</summary>
    private const double Tolerance = 0.0005;

    [TestCase(1)]
    [TestCase(1000)]
    public void Free_space_equals_the_reference(int metres)
    {
        Assert.That(
            PathLoss.FreeSpace(metres, 868.0.Megahertz),
            Is.EqualTo(Reference("free space 868 MHz", $"d={metres} m")).Within(Tolerance)
        );
    }

    [Test]
    public void The_Oulu_model_equals_the_reference()
    {
        Assert.That(PathLoss.Oulu(2000), Is.EqualTo(Reference("Oulu", "d=2000 m")).Within(Tolerance));
    }

    [Test]
    public void Log_distance_equals_the_reference()
    {
        var expected = Reference("Magrin log-distance 7.7/3.76", "d=1000 m");

        Assert.That(PathLoss.LogDistance(1000, 3.76, 7.7), Is.EqualTo(expected).Within(Tolerance));
    }

    [TestCase(1, HataEnvironment.MediumCity, "Hata urban medium 868 hb30 hm1.5")]
    [TestCase(5, HataEnvironment.MediumCity, "Hata urban medium 868 hb30 hm1.5")]
    [TestCase(5, HataEnvironment.Suburban, "Hata suburban 868 hb30 hm1.5")]
    public void Okumura_Hata_equals_the_reference(int kilometres, HataEnvironment environment, string model)
    {
        var loss = PathLoss.OkumuraHata(1000 * kilometres, 868.0.Megahertz, 30, 1.5, environment);

        Assert.That(loss, Is.EqualTo(Reference(model, $"d={kilometres} km")).Within(Tolerance));
    }

    [Test]
    public void Okumura_Hata_falls_from_city_over_suburb_to_open_land()
    {
        double Loss(HataEnvironment environment) => PathLoss.OkumuraHata(3000, 868.0.Megahertz, 30, 1.5, environment);

        Assert.That(
            new[] { Loss(HataEnvironment.MediumCity), Loss(HataEnvironment.Suburban), Loss(HataEnvironment.OpenArea) },
            Is.Ordered.Descending
        );
    }

    [Test]
    public void Log_distance_does_not_fall_below_its_reference()
    {
        Assert.That(PathLoss.LogDistance(0.1, 3.76, 7.7), Is.EqualTo(7.7));
    }

    private static double Reference(string model, string condition) =>
        ReferenceData.Rows("propagation-checks.csv").Single(row => row["model"] == model && row["condition"] == condition).Number("value");
}
