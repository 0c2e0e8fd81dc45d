using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Examples of RFC 7541, appendix C.</summary>
public class HpackTests
{
    private static readonly (string, string)[][] Requests =
    [
        [(":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "www.example.com")],
        [(":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "www.example.com"), ("cache-control", "no-cache")],
        [
            (":method", "GET"),
            (":scheme", "https"),
            (":path", "/index.html"),
            (":authority", "www.example.com"),
            ("custom-key", "custom-value"),
        ],
    ];

    private static readonly (string, string)[][] Responses =
    [
        [
            (":status", "302"),
            ("cache-control", "private"),
            ("date", "Mon, 21 Oct 2013 20:13:21 GMT"),
            ("location", "https://www.example.com"),
        ],
        [
            (":status", "307"),
            ("cache-control", "private"),
            ("date", "Mon, 21 Oct 2013 20:13:21 GMT"),
            ("location", "https://www.example.com"),
        ],
    ];

    // C.3.1 to C.3.3 and C.4.1 to C.4.3.
    [TestCase(
        false,
        "828684410f7777772e6578616d706c652e636f6d",
        "828684be58086e6f2d6361636865",
        "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565"
    )]
    [TestCase(true, "828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf", "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf")]
    public void Requests_are_written_as_in_the_standard(bool huffman, params string[] blocks)
    {
        var hpack = new Hpack(huffman);

        Assert.That(Requests.Select(fields => Convert.ToHexString(hpack.Encode(fields))), Is.EqualTo(blocks).IgnoreCase);
    }

    // C.5.1, C.5.2: a table of 256 octets, from which the second response drives the oldest entry.
    [Test]
    public void An_entry_that_no_longer_fits_is_evicted()
    {
        var hpack = new Hpack(huffman: false, capacity: 256);

        var blocks = Responses.Select(fields => Convert.ToHexString(hpack.Encode(fields))).ToArray();

        Assert.That((blocks[1], hpack.Size), Is.EqualTo(("4803333037C1C0BF", 222)));
    }

    [Test]
    public void Names_are_written_in_lower_case() =>
        Assert.That(
            new Hpack(huffman: false).Encode([("Accept", "*/*")]),
            Is.EqualTo(new Hpack(huffman: false).Encode([("accept", "*/*")]))
        );

    // Section C.1.3: 1337 in five bits; here in seven, as the length of a text.
    [Test]
    public void Long_texts_have_a_length_of_more_octets()
    {
        var block = new Hpack(huffman: false).Encode([(":path", "/" + new string('a', 1336))]);

        // Index 4; 127, then 1210 = 0x3A + 9 * 128.
        Assert.That(Convert.ToHexString(block[..4]), Is.EqualTo("447FBA09"));
    }
}
