using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

public class Http2Tests
{
    private static readonly HttpOptions V2 = new()
    {
        Version = HttpVersion.V2,
        NoDelay = true,
        Server = HttpServerProfile.Minimal,
    };

    // RFC 9113: preface 24, settings 9 + 3 * 6, window update 13; settings, window update, acknowledgement 9.
    [Test]
    public void A_connection_begins_with_preface_and_settings()
    {
        var log = new Hop(new Http(V2)).Send().Run(10).Log;

        Assert.That(
            (
                log.Packets.First(packet => packet is { IsUp: true, Payload: > 0 }).Payload,
                log.Packets.First(packet => packet is { IsUp: false, Payload: > 0 }).Payload
            ),
            Is.EqualTo((24 + 27 + 13, 27 + 13 + 9))
        );
    }

    [Test]
    public void Later_requests_have_short_headers()
    {
        var log = new Hop(new Http(V2)).Send(2, every: 20).Run(60).Log;

        // Later: eight fields of the tables, an octet each, and the frames of headers and data around them and 8 octets of content.
        Assert.That(Posts(log)[1], Is.EqualTo(9 + 8 + 9 + 8));
        Assert.That(Posts(log)[0], Is.GreaterThan(9 + 60 + 9 + 8));
    }

    [Test]
    public void A_response_without_content_is_a_frame_of_one_octet()
    {
        var log = new Hop(new Http(V2)).Send(2, every: 20).Run(60).Log;

        // Status 204 is entry 9 of the static table.
        Assert.That(
            Convert.ToHexString(log.Packets.Last(packet => packet is { IsUp: false, Payload: > 0 }).Content),
            Is.EqualTo("000001010500000003" + "89")
        );
    }

    [Test]
    public void A_server_says_goodbye_before_it_closes()
    {
        var log = new Hop(new Http(V2 with { IdleTimeout = 30.Seconds })).Send().Run(60).Log;

        Assert.That(
            Convert.ToHexString(log.Packets.Last(packet => packet is { IsUp: false, Payload: > 0 }).Content),
            Is.EqualTo("000008070000000000" + "00000001" + "00000000")
        );
    }

    [Test]
    public void Large_content_is_cut_into_frames_of_16384_octets()
    {
        var log = new Hop(new Http(V2), content: new Content(5000, 64)).Send().Run(60).Log;
        var small = new Hop(new Http(V2)).Send().Run(60).Log;

        // 40 000 octets: three frames of data instead of one; the length takes three more digits and a longer code.
        var more = Octets(log) - Octets(small) - 40_000 + 8;
        Assert.That(more, Is.InRange(2 * 9, 2 * 9 + 5));
    }

    private static int Octets(MessageLog log) => log.Packets.Where(packet => packet.IsUp).Sum(packet => packet.Payload);

    /// <summary>Octets of segments with requests: what is neither preface nor acknowledgement of settings.</summary>
    private static int[] Posts(MessageLog log) =>
        [
            .. log
                .Packets.Where(packet => packet.IsUp && packet.Payload > 9 && packet.Content[0] != (byte)'P')
                .Select(packet => packet.Payload),
        ];
}
