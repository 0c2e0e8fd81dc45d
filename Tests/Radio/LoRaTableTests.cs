using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio;

public class LoRaTableTests
{
    [TestCase(LoRaReceiverChip.Sx1276, 7, -123)]
    [TestCase(LoRaReceiverChip.Sx1276, 12, -136)]
    [TestCase(LoRaReceiverChip.Sx1272, 7, -124)]
    [TestCase(LoRaReceiverChip.Sx1272, 12, -137)]
    [TestCase(LoRaReceiverChip.Sx1301, 7, -130)]
    [TestCase(LoRaReceiverChip.Sx1301, 12, -142.5)]
    public void Sensitivities_are_those_of_the_tables(LoRaReceiverChip chip, int spreadingFactor, double expected)
    {
        Assert.That(LoRaSensitivity.At125Kilohertz(chip, spreadingFactor), Is.EqualTo(expected));
    }

    [Test]
    public void Noise_of_a_gateway_at_125_kHz_is_117_dB_below_a_milliwatt()
    {
        Assert.That(ThermalNoise.Power(125.Kilohertz, 6), Is.EqualTo(-117.03).Within(0.005));
    }

    [Test]
    public void Sensitivity_from_noise_adds_the_snr_floor()
    {
        Assert.That(LoRaSensitivity.FromNoise(12, 125.Kilohertz, 6), Is.EqualTo(-137.03).Within(0.005));
    }

    [TestCase(7, 242)]
    [TestCase(9, 115)]
    [TestCase(10, 51)]
    [TestCase(12, 51)]
    public void The_greatest_payload_depends_on_the_spreading_factor(int spreadingFactor, int bytes)
    {
        Assert.That(Eu868.MaximumPayload(spreadingFactor), Is.EqualTo(bytes));
    }

    [TestCase(868.1, "M", 100)]
    [TestCase(867.1, "L", 100)]
    [TestCase(869.525, "P", 10)]
    public void Frequencies_lie_in_their_sub_bands(double megahertz, string band, int oneIn)
    {
        var found = Eu868.SubBandOf(megahertz.Megahertz);

        Assert.That((found.Name, found.OneIn), Is.EqualTo((band, oneIn)));
    }

    [Test]
    public void A_frequency_between_the_sub_bands_is_refused()
    {
        Assert.That(() => Eu868.SubBandOf(868.65.Megahertz), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Decibels_and_ratios_convert_both_ways()
    {
        Assert.That(Decibels.FromLinear(Decibels.ToLinear(-137.5)), Is.EqualTo(-137.5).Within(1e-9));
    }

    [TestCase(0.0, 0.0, 0.0, 0.0, 0.0, 4.0)]
    [TestCase(0.5, 0.5, 0.5, 0.5, 0.0, 22.0)]
    [TestCase(0.95, 0.5, 0.0, 0.0, 0.5, 25.5)]
    public void Building_penetration_adds_the_wall_and_the_worse_of_walls_and_depth(
        double wallClass,
        double wall,
        double wallCount,
        double wallLoss,
        double depth,
        double expected
    )
    {
        Assert.That(BuildingPenetration.Tr45820(wallClass, wall, wallCount, wallLoss, depth), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void Shadowing_loses_its_memory_with_distance()
    {
        Assert.That(Shadowing.Correlation(110, 110), Is.EqualTo(Math.Exp(-1)).Within(1e-12));
    }

    [Test]
    public void Links_with_full_correlation_share_their_shadowing()
    {
        Assert.That(Shadowing.OfLink(4, 1.5, -2, 1), Is.EqualTo(6).Within(1e-12));
    }
}
