using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio;

public class LoRaModulationTests
{
    [TestCase(11, 125, true)]
    [TestCase(12, 125, true)]
    [TestCase(12, 250, true)]
    [TestCase(10, 125, false)]
    [TestCase(11, 250, false)]
    [TestCase(12, 500, false)]
    public void Symbols_of_16_ms_and_more_are_optimised_for_low_data_rates(int spreadingFactor, int kilohertz, bool optimised)
    {
        Assert.That(new LoRaModulation(spreadingFactor, kilohertz.Kilohertz).IsLowDataRateOptimised, Is.EqualTo(optimised));
    }

    [TestCase(17, 7, 46.336)]
    [TestCase(17, 8, 92.672)]
    [TestCase(33, 11, 905.216)]
    public void A_downlink_without_payload_crc_takes_the_time_of_the_data_sheet(int payload, int spreadingFactor, double milliseconds)
    {
        var modulation = Eu868.Uplink(spreadingFactor) with { HasCrc = false };

        Assert.That(modulation.Airtime(payload), Is.EqualTo(milliseconds.Milliseconds));
    }

    [TestCase(7, 500)]
    [TestCase(12, 19)]
    public void One_percent_duty_cycle_allows_so_many_20_byte_messages_an_hour(int spreadingFactor, int messages)
    {
        var airtime = Eu868.Uplink(spreadingFactor).Airtime(20 + LoRaWanFrame.Overhead);
        var spacing = Eu868.Plan.SubBandOf(868.1.Megahertz).Spacing(airtime);

        Assert.That(1.Hours.Nanoseconds / spacing.Nanoseconds, Is.EqualTo(messages));
    }

    [TestCase(5)]
    [TestCase(13)]
    public void Spreading_factors_that_do_not_exist_are_refused(int spreadingFactor)
    {
        Assert.That(() => new LoRaModulation(spreadingFactor, 125.Kilohertz).Airtime(10), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(-1)]
    [TestCase(256)]
    public void Payloads_that_do_not_fit_the_length_field_are_refused(int payload)
    {
        Assert.That(() => Eu868.Uplink(7).Airtime(payload), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(10, 20.608)]
    public void DR6_is_SF7_at_250_kHz(int payload, double milliseconds)
    {
        Assert.That(Eu868.DataRate6.Airtime(payload), Is.EqualTo(milliseconds.Milliseconds));
    }

    [TestCase(200, 33.76)]
    [TestCase(13, 3.84)]
    public void DR7_is_GFSK_at_50_kbit_per_second(int payload, double milliseconds)
    {
        Assert.That(Eu868.DataRate7.Airtime(payload), Is.EqualTo(milliseconds.Milliseconds));
    }

    /// <summary>Three headers of 233.472 ms and ⌈(PL + 3)/2⌉ blocks of 102.4 ms; two headers and ⌈(PL + 3)/4⌉ blocks.</summary>
    [TestCase(23, true, 700.416 + 13 * 102.4)]
    [TestCase(23, false, 466.944 + 7 * 102.4)]
    public void LR_FHSS_sends_headers_and_blocks(int payload, bool isRobust, double milliseconds)
    {
        Assert.That(LrFhss.Airtime(payload, isRobust), Is.EqualTo(milliseconds.Milliseconds));
    }
}
