using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.Nr;

public class NrLinkTests
{
    [TestCase(15, 20, 106)]
    [TestCase(30, 20, 51)]
    [TestCase(30, 100, 273)]
    [TestCase(60, 40, 51)]
    [TestCase(120, 400, 264)]
    public void A_carrier_has_resource_blocks(int kilohertz, int megahertz, int expected) =>
        Assert.That(NrNumerology.Of(kilohertz.Kilohertz).ResourceBlocks(((double)megahertz).Megahertz), Is.EqualTo(expected));

    [Test]
    public void A_bandwidth_that_does_not_exist_is_refused() =>
        Assert.That(
            () => NrNumerology.Of(30.Kilohertz).ResourceBlocks(7.0.Megahertz),
            Throws.ArgumentException.With.Message.Contains("5, 10, 20, 40, 50, 100 MHz")
        );

    [TestCase(15, 1)]
    [TestCase(30, 0.5)]
    [TestCase(60, 0.25)]
    [TestCase(120, 0.125)]
    public void Slots_halve_with_each_numerology(int kilohertz, double milliseconds)
    {
        var numerology = NrNumerology.Of(kilohertz.Kilohertz);

        Assert.That(numerology.Slot.TotalSeconds, Is.EqualTo(milliseconds / 1000));
        Assert.That(numerology.Symbols(14), Is.EqualTo(numerology.Slot));
    }

    [TestCase(NrTable.Qam64, 29)]
    [TestCase(NrTable.Qam256, 28)]
    [TestCase(NrTable.LowEfficiency, 29)]
    public void Higher_indices_carry_more(NrTable table, int count)
    {
        var mcs = NrLinkAdaptation.Mcs(table);

        Assert.That(mcs, Has.Count.EqualTo(count));
        // Where QPSK or 16QAM meet the next modulation the rates overlap by a tenth of a percent (TS 38.214 table 5.1.3.1-1).
        Assert.That(mcs.Zip(mcs.Skip(1)).All(pair => pair.Second.Efficiency > 0.998 * pair.First.Efficiency));
    }

    [TestCase(NrTable.Qam64, 7, 1.4766)]
    [TestCase(NrTable.Qam64, 15, 5.5547)]
    [TestCase(NrTable.Qam256, 15, 7.4063)]
    [TestCase(NrTable.Qam256, 12, 5.5547)]
    [TestCase(NrTable.LowEfficiency, 1, 0.0586)]
    [TestCase(NrTable.LowEfficiency, 9, 1.4766)]
    public void A_CQI_has_a_spectral_efficiency(NrTable table, int cqi, double expected) =>
        Assert.That(NrLinkAdaptation.Cqi(table, cqi).Efficiency, Is.EqualTo(expected).Within(5.1e-5));

    [TestCase(NrTable.Qam64, 1, 0)]
    [TestCase(NrTable.Qam64, 10, 18)]
    [TestCase(NrTable.Qam256, 1, 0)]
    [TestCase(NrTable.Qam256, 15, 27)]
    [TestCase(NrTable.LowEfficiency, 15, 28)]
    public void A_CQI_is_followed_by_an_MCS(NrTable table, int cqi, int expected) =>
        Assert.That(NrLinkAdaptation.McsOf(table, cqi), Is.EqualTo(expected));

    [TestCase(NrTable.Qam64, 0, 0.1, -6.00)]
    [TestCase(NrTable.Qam64, 10, 0.01, 4.21)]
    [TestCase(NrTable.Qam64, 20, 1e-5, 13.59)]
    [TestCase(NrTable.LowEfficiency, 0, 1e-5, -10.97)]
    [TestCase(NrTable.LowEfficiency, 28, 1e-3, 17.02)]
    public void A_packet_of_32_octets_needs_a_signal(NrTable table, int mcs, double target, double expected) =>
        Assert.That(NrBlockError.RequiredSnr(NrLinkAdaptation.Mcs(table)[mcs], 272, target), Is.EqualTo(expected).Within(0.0051));

    [TestCase(1, 0.15865525393145707)]
    [TestCase(3, 1.3498980316300946e-3)]
    [TestCase(4.5, 3.3976731247300535e-6)]
    [TestCase(-2, 0.9772498680518208)]
    public void The_tail_of_the_normal_distribution_is_exact(double x, double expected) =>
        Assert.That(GaussianTail.Of(x), Is.EqualTo(expected).Within(1e-11 * expected));
}
