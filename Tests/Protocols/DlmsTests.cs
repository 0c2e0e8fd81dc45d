using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

public class DlmsTests
{
    // Wrapper 8; notification 1 + 4 + 1; structure 2; a tag per value.
    [TestCase(4, 16, 8 + 6 + 2 + 4 * 3)]
    [TestCase(1, 32, 8 + 6 + 2 + 5)]
    [TestCase(1, 8, 8 + 6 + 2 + 2)]
    [TestCase(200, 64, 8 + 6 + 3 + 200 * 9)]
    public void A_notification_has_its_size(int values, int bits, int size)
    {
        Assert.That(DlmsUnit.Size(new Content(values, bits), isCiphered: false), Is.EqualTo(size));
    }

    [Test]
    public void Suite_0_adds_19_octets()
    {
        var content = new Content(4, 16);

        Assert.That(DlmsUnit.Size(content, isCiphered: true) - DlmsUnit.Size(content, isCiphered: false), Is.EqualTo(19));
    }

    [Test]
    public void Suite_0_adds_20_octets_where_its_length_takes_two()
    {
        var content = new Content(50, 16);

        Assert.That(DlmsUnit.Size(content, isCiphered: true) - DlmsUnit.Size(content, isCiphered: false), Is.EqualTo(20));
    }

    [Test]
    public void A_push_opens_and_closes_a_connection()
    {
        var log = new Hop(new Dlms(new DlmsOptions())).Send().Run().Log;

        // Up: SYN, ACK, 28 octets, FIN, ACK; down: SYN-ACK, ACK, FIN.
        Assert.That((string.Join(' ', log.Up), string.Join(' ', log.Down)), Is.EqualTo(("60 52 80 52 52", "60 52 52")));
    }

    [Test]
    public void A_notification_reads_as_the_standard_says()
    {
        var octets = new Hop(new Dlms(new DlmsOptions())).Send().Run().Log.Packets.First(packet => packet.Payload > 0).Content.ToArray();

        // Version 1, ports 1 and 1, length 20; notification 15, invoke identifier 0, no date; structure of 4; long-unsigned.
        Assert.That(Convert.ToHexString(octets[..17]), Is.EqualTo("0001000100010014" + "0F0000000000" + "0204" + "12"));
    }

    [Test]
    public void Every_packet_has_good_checksums([Values] bool ciphered)
    {
        var log = new Hop(new Dlms(new DlmsOptions { Ciphered = ciphered })).Send().Run().Log;

        Assert.That(log.Packets, Has.All.Property(nameof(CapturedPacket.HasGoodChecksums)).True);
    }
}
