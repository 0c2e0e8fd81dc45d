using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class FramingTests
{
    // IEEE 802.3: header 14, check sequence 4, preamble 8, gap 12; wire times computed from them.
    [TestCase(46, 84, 6.72)]
    [TestCase(50, 88, 7.04)]
    [TestCase(100, 138, 11.04)]
    [TestCase(1500, 1538, 123.04)]
    public void An_Ethernet_frame_occupies_100_Mbps_for_its_wire_time(int packet, int wire, double microseconds)
    {
        var occupied = Framing.Ethernet.Occupied(packet);

        Assert.That((occupied, 100.MegabitsPerSecond.TimeFor(occupied)), Is.EqualTo((wire, microseconds.Microseconds)));
    }

    [Test]
    public void The_gap_does_not_delay_the_frame_itself() => Assert.That(Framing.Ethernet.Sent(100), Is.EqualTo(126));

    [Test]
    public void A_short_packet_is_padded() => Assert.That(Framing.Ethernet.Sent(1), Is.EqualTo(Framing.Ethernet.Sent(46)));

    // A tag of 4 octets takes the place of as much padding.
    [TestCase(1, 84)]
    [TestCase(42, 84)]
    [TestCase(46, 88)]
    [TestCase(1500, 1542)]
    public void A_tag_takes_four_octets_of_what_is_not_padding(int packet, int wire) =>
        Assert.That(Framing.TaggedEthernet.Occupied(packet), Is.EqualTo(wire));
}
