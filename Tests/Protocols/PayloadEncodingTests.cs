using System.Text.Json;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

public class PayloadEncodingTests
{
    [TestCase(4, 16, Encoding.Packed, 8)]
    [TestCase(3, 10, Encoding.Packed, 4)]
    [TestCase(4, 16, Encoding.Cbor, 1 + 4 * 3)]
    [TestCase(24, 8, Encoding.Cbor, 2 + 24 * 2)]
    [TestCase(1, 32, Encoding.Cbor, 1 + 5)]
    [TestCase(4, 16, Encoding.Json, 8 + 3 + 4 * 5)]
    [TestCase(1, 1, Encoding.Json, 8 + 1)]
    [TestCase(1, 128, Encoding.Json, 8 + 2 + 24)]
    public void Content_has_its_size(int values, int bits, Encoding encoding, int size)
    {
        Assert.That(PayloadEncoding.Size(new Content(values, bits), encoding), Is.EqualTo(size));
    }

    [Test]
    public void As_many_octets_are_written_as_the_size_says([Values] Encoding encoding, [Range(1, 70)] int bits)
    {
        var content = new Content(3, bits);
        var octets = new byte[PayloadEncoding.Size(content, encoding)];

        Assert.That(PayloadEncoding.Write(content, encoding, 12345, octets), Is.EqualTo(octets.Length));
    }

    [Test]
    public void Json_can_be_read_back()
    {
        var octets = new byte[31];
        PayloadEncoding.Write(new Content(4, 16), Encoding.Json, ulong.MaxValue, octets);

        Assert.That(
            JsonDocument.Parse(octets).RootElement.GetProperty("v").EnumerateArray().Select(value => value.GetInt32()),
            Is.All.InRange(10_000, 65_535)
        );
    }

    [Test]
    public void A_CBOR_array_starts_with_its_head_and_the_head_of_its_first_number()
    {
        var octets = new byte[13];
        PayloadEncoding.Write(new Content(4, 16), Encoding.Cbor, 1, octets);

        Assert.That((octets[0], octets[1]), Is.EqualTo((0x84, 0x19)));
    }
}
