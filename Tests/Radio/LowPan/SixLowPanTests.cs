using M2mVsIoTSim.Radio.LowPan;

namespace M2mVsIoTSim.Tests.Radio.LowPan;

/// <summary>RFC 6282 and RFC 4944 by hand.</summary>
public sealed class SixLowPanTests
{
    [Test]
    public void A_link_local_UDP_header_takes_6_octets() =>
        Assert.That(SixLowPan.Iphc(0, 0, true, true) + SixLowPan.UdpNhc(ports: 1), Is.EqualTo(6));

    [Test]
    public void With_the_far_interface_identifier_and_full_ports_it_takes_17() =>
        Assert.That(SixLowPan.Iphc(0, 8, true, true) + SixLowPan.UdpNhc(), Is.EqualTo(17));

    [Test]
    public void With_two_full_addresses_it_takes_41() =>
        Assert.That(SixLowPan.Iphc(16, 16, true, true) + SixLowPan.UdpNhc(), Is.EqualTo(41));

    /// <summary>200 octets of payload in frames with room for 104: 4 + 17 + 80, 5 + 96, 5 + 24.</summary>
    [Test]
    public void A_datagram_of_248_octets_takes_three_fragments()
    {
        var fragments = SixLowPan.Fragments(48, 17, 200, 104);

        Assert.That(Enumerable.Range(0, fragments.Count).Select(i => fragments[i]), Is.EqualTo(new[] { 4 + 17 + 80, 5 + 96, 5 + 24 }));
    }

    [TestCase(87, 1)]
    [TestCase(88, 2)]
    public void A_datagram_is_not_fragmented_while_it_fits(int payload, int frames) =>
        Assert.That(SixLowPan.Fragments(48, 17, payload, 104).Count, Is.EqualTo(frames));

    [Test]
    public void Fragments_carry_all_octets_and_begin_at_multiples_of_eight()
    {
        for (var rest = 60; rest < 1200; rest++)
        {
            var fragments = SixLowPan.Fragments(48, 19, rest, 106);
            var first = fragments.Count == 1 ? 0 : fragments.First - SixLowPan.FirstHeader - 19;
            Assert.Multiple(() =>
            {
                Assert.That((48 + first) % 8, Is.Zero);
                Assert.That(
                    fragments.Total,
                    Is.EqualTo(
                        19 + rest + (fragments.Count == 1 ? 0 : SixLowPan.FirstHeader + (fragments.Count - 1) * SixLowPan.NextHeader)
                    )
                );
                Assert.That(Enumerable.Range(0, fragments.Count).Max(i => fragments[i]), Is.LessThanOrEqualTo(106));
            });
        }
    }

    [Test]
    public void A_datagram_beyond_eleven_bits_is_refused() =>
        Assert.That(() => SixLowPan.Fragments(48, 17, 2000, 104), Throws.ArgumentException.With.Message.Contains("2048"));
}
