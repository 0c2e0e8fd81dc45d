using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio;

public class NbFiProtocolTests
{
    private static readonly Frequency Usual = NbFiBandPlan.UplinkWidth(3);

    [TestCase(NbFiRate.Bps50, 5760)]
    [TestCase(NbFiRate.Bps400, 720)]
    [TestCase(NbFiRate.Bps3200, 90)]
    [TestCase(NbFiRate.Bps25600, 11.25)]
    public void A_frame_takes_288_bits(NbFiRate rate, double milliseconds)
    {
        Assert.That(NbFiProtocol.Airtime(rate), Is.EqualTo(milliseconds.Milliseconds));
    }

    private static IEnumerable<NbFiFrameFormat> Formats() => [NbFiFrameFormat.UplinkE, NbFiFrameFormat.UplinkD, NbFiFrameFormat.DownlinkD];

    [TestCaseSource(nameof(Formats))]
    public void Every_format_has_36_octets_of_which_32_are_coded_and_8_carry_a_message(NbFiFrameFormat format)
    {
        Assert.That((format.Bytes, format.CodedBits, format.Payload), Is.EqualTo((36, 256, 8)));
    }

    [Test]
    public void An_uplink_of_protocol_e_has_160_bits_of_information_and_one_of_protocol_d_128()
    {
        Assert.That(
            (NbFiFrameFormat.UplinkE.InformationBits, NbFiFrameFormat.UplinkD.InformationBits, NbFiFrameFormat.DownlinkD.InformationBits),
            Is.EqualTo((160, 128, 128))
        );
    }

    [TestCase(0, 1)]
    [TestCase(8, 1)]
    [TestCase(9, 2)]
    [TestCase(13, 2)]
    [TestCase(14, 3)]
    [TestCase(237, 30)]
    [TestCase(240, 31)]
    public void A_message_is_cut_into_frames_of_eight_octets_of_which_a_group_needs_three_for_itself(int bytes, int frames)
    {
        Assert.That(NbFiProtocol.Frames(bytes), Is.EqualTo(frames));
    }

    [Test]
    public void A_message_of_more_than_240_octets_is_refused()
    {
        Assert.That(() => NbFiProtocol.Frames(241), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(0, 6.4)]
    [TestCase(3, 51.2)]
    [TestCase(7, 819.2)]
    public void Widths_double_from_6400_Hz(int code, double kilohertz)
    {
        Assert.That(NbFiBandPlan.UplinkWidth(code).Hertz, Is.EqualTo(1000 * kilohertz));
    }

    [TestCase(NbFiRate.Bps50, 24_550)]
    [TestCase(NbFiRate.Bps400, 24_200)]
    [TestCase(NbFiRate.Bps3200, 21_400)]
    [TestCase(NbFiRate.Bps25600, 0)]
    public void Carriers_keep_their_rate_and_1_kHz_from_the_edges_of_the_usual_band(NbFiRate rate, int hertz)
    {
        Assert.That(NbFiBandPlan.UplinkOffset(255, 0, isAbove: true, rate, Usual), Is.EqualTo(hertz));
    }

    [TestCase(0u, 255, true, 24_550)]
    [TestCase(0u, 255, false, -24_550)]
    [TestCase(1u, 255, true, 0)]
    [TestCase(100u, 28, false, -12_323)]
    [TestCase(uint.MaxValue, 255, true, 24_453)]
    public void The_carrier_follows_from_identifier_check_and_side(uint identifier, int check, bool isAbove, int hertz)
    {
        Assert.That(NbFiBandPlan.UplinkOffset(identifier, (byte)check, isAbove, NbFiRate.Bps50, Usual), Is.EqualTo(hertz));
    }

    [TestCase(255u, 50_150)]
    [TestCase(254u, -49_953)]
    [TestCase(0u, 0)]
    public void Downlinks_stand_where_the_identifier_says(uint identifier, int hertz)
    {
        var width = new Frequency(NbFiBandPlan.LeastDownlinkWidth);

        Assert.That(NbFiBandPlan.DownlinkOffset(identifier, NbFiRate.Bps50, width), Is.EqualTo(hertz));
    }

    [TestCase(NbFiBand.Ul868800Dl864000, 868.8, 864)]
    [TestCase(NbFiBand.Ul868100Dl869550, 868.1, 869.55)]
    public void Bands_have_the_frequencies_of_their_names(NbFiBand band, double up, double down)
    {
        Assert.That((NbFiBandPlan.Uplink(band).Hertz, NbFiBandPlan.Downlink(band).Hertz), Is.EqualTo((up * 1e6, down * 1e6)));
    }

    [Test]
    public void Every_band_has_frequencies()
    {
        Assert.That(Enum.GetValues<NbFiBand>().Select(NbFiBandPlan.Uplink), Has.All.Matches<Frequency>(middle => middle.Hertz > 8e8));
    }
}
