using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;
using HttpMethod = M2mVsIoTSim.Protocols.HttpMethod;
using TextEncoding = System.Text.Encoding;

namespace M2mVsIoTSim.Tests.Protocols;

public class HttpTests
{
    private static readonly HttpOptions PerRequest = new() { Connection = ConnectionLife.PerMessage };

    [Test]
    public void A_request_is_written_line_by_line()
    {
        var log = new Hop(new Http(new HttpOptions { Encoding = Encoding.Json })).Send().Run(10).Log;

        Assert.That(
            Text(log, isUp: true)[0],
            Does.StartWith(
                    "POST /v1/dev0000001/telemetry HTTP/1.1\r\nHost: 10.77.0.2:8080\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 31\r\n\r\n{\"v\":["
                )
                .And.EndWith("]}")
        );
    }

    [Test]
    public void A_response_is_written_line_by_line()
    {
        var log = new Hop(new Http(new HttpOptions())).Send(at: 3661).Run(4000).Log;

        Assert.That(
            Text(log, isUp: false).Single(),
            Is.EqualTo(
                "HTTP/1.1 204 No Content\r\nServer: nginx/1.22.1\r\nDate: Thu, 01 Jan 2026 01:01:01 GMT\r\nConnection: keep-alive\r\n\r\n"
            )
        );
    }

    [TestCase(HttpStatus.Ok, "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 3\r\n\r\n---")]
    [TestCase(HttpStatus.Created, "HTTP/1.1 201 Created\r\nContent-Type: application/octet-stream\r\nContent-Length: 3\r\n\r\n---")]
    [TestCase(HttpStatus.NoContent, "HTTP/1.1 204 No Content\r\n\r\n")]
    public void A_minimal_server_answers_with_its_status(HttpStatus status, string text)
    {
        var options = new HttpOptions
        {
            Status = status,
            ResponseLength = 3,
            Server = HttpServerProfile.Minimal,
        };

        Assert.That(Text(new Hop(new Http(options)).Send().Run(10).Log, isUp: false).Single(), Is.EqualTo(text));
    }

    [Test]
    public void A_token_and_the_headers_of_a_library_are_sent_along()
    {
        var options = new HttpOptions
        {
            Client = HttpClientProfile.PythonRequests,
            TokenLength = 4,
            Method = HttpMethod.Put,
        };

        Assert.That(
            Text(new Hop(new Http(options)).Send().Run(10).Log, isUp: true)[0],
            Does.StartWith(
                "PUT /v1/dev0000001/telemetry HTTP/1.1\r\nHost: 10.77.0.2:8080\r\nUser-Agent: python-requests/2.31.0\r\n"
                    + "Accept-Encoding: gzip, deflate\r\nAccept: */*\r\nConnection: keep-alive\r\nAuthorization: Bearer xxxx\r\nContent-Type"
            )
        );
    }

    [Test]
    public void Requests_share_a_connection_that_is_kept()
    {
        var log = new Hop(new Http(new HttpOptions())).Send(3, every: 20).Run(70).Log;

        Assert.That((Requests(log), log.Arrived.Count), Is.EqualTo((1, 3)));
    }

    [Test]
    public void A_server_closes_a_connection_after_a_time_of_silence()
    {
        var log = new Hop(new Http(new HttpOptions { IdleTimeout = 30.Seconds })).Send(2, every: 100).Run().Log;

        var end = log.Packets.First(packet => (packet.Flags & 1) != 0);
        Assert.That((end.IsUp, Requests(log)), Is.EqualTo((false, 2)));
        Assert.That(end.At.TotalSeconds, Is.EqualTo(30).Within(0.05));
    }

    [Test]
    public void One_request_waits_for_the_response_to_another()
    {
        var log = new Hop(new Http(new HttpOptions())).Send(5).Run(10).Log;

        // The round trip of 20 ms and octets at 8 Mbit/s lie between two requests.
        var times = log.Packets.Where(packet => packet is { IsUp: true, Payload: > 0 }).Select(packet => packet.At.TotalSeconds).ToArray();
        Assert.That(times.Zip(times.Skip(1), (one, next) => next - one), Is.All.GreaterThan(0.02).And.All.LessThan(0.025));
    }

    [Test]
    public void A_connection_per_message_serves_one_request()
    {
        var log = new Hop(new Http(PerRequest)).Send(3).Run().Log;

        Assert.That((Requests(log), log.Arrived.Count), Is.EqualTo((3, 3)));
    }

    [Test]
    public void A_message_arrives_once_and_in_order_at_any_loss([Values] ConnectionLife life, [Values] HttpVersion version)
    {
        var options = new HttpOptions
        {
            Connection = life,
            Version = version,
            ConnectionRetries = 20,
            Buffer = 1000,
        };
        var log = new Hop(new Http(options), 0.1, 0.1).Send(200, every: 5).Run().Log;

        Assert.That((log.Arrived.Select(entry => entry.Serial), log.Gone.Count), Is.EqualTo((Enumerable.Range(0, 200), 0)));
    }

    [Test]
    public void A_request_without_response_goes_again_over_the_next_connection()
    {
        var outages = new Outages([(SimTime.Start + 5.Seconds, SimTime.Start + 300.Seconds)]);
        var log = new Hop(new Http(new HttpOptions { Retries = 3 }), outages: outages).Send(3, every: 4).Run().Log;

        Assert.That((log.Arrived.Select(entry => entry.Serial), log.Gone.Count), Is.EqualTo((Enumerable.Range(0, 3), 0)));
    }

    [Test]
    public void A_receiver_that_has_a_message_counts_another_copy_as_duplicate()
    {
        var hop = new Hop(new Http(new HttpOptions { ResponseTimeout = 5.Seconds }));

        // The response and all that follows of the first connection, until the client takes it for dead.
        hop.Tap.Lose.UnionWith(Enumerable.Range(5, 8));
        var log = hop.Send().Run().Log;

        Assert.That((log.Arrived.Count, log.Gone.Count, log.Duplicates.Count), Is.EqualTo((1, 0, 1)));
    }

    [Test]
    public void Whoever_gives_up_accounts_for_every_message()
    {
        var log = new Hop(new Http(new HttpOptions { Attempts = 2, ConnectionRetries = 1 }), loss: 0.999999).Send(7).Run().Log;

        Assert.That((log.IsConserved, log.Gone.Count), Is.EqualTo((true, 7)));
    }

    [Test]
    public void A_full_buffer_drops_the_newest()
    {
        var log = new Hop(new Http(new HttpOptions { Buffer = 5 })).Send(8).Run().Log;

        Assert.That(
            log.Gone.Select(entry => (entry.Serial, entry.Reason)),
            Is.EqualTo(Enumerable.Range(5, 3).Select(i => (i, DropReason.QueueFull)))
        );
    }

    [Test]
    public void The_far_end_connects_to_write_its_messages()
    {
        var log = new Hop(new Http(new HttpOptions())).SendBack(2).Run(10).Log;

        Assert.That((log.Packets[0].IsUp, log.Arrived.Count), Is.EqualTo((false, 2)));
    }

    [Test]
    public void Messages_of_an_end_that_only_listens_wait_for_a_poll()
    {
        var options = new HttpOptions { Poller = HttpPoller.Near, PollInterval = 60.Seconds };
        var log = new Hop(new Http(options)).SendBack(3, at: 600).Run(700).Log;

        // All of them with one poll and the requests that follow at once.
        var first = log.Arrived[0].At.TotalSeconds;
        Assert.That(log.Arrived, Has.Count.EqualTo(3));
        Assert.That(first - 600, Is.InRange(0.01, 60.1));
        Assert.That(log.Arrived[2].At.TotalSeconds - first, Is.LessThan(0.1));
    }

    [Test]
    public void An_application_that_polls_writes_over_the_same_connection()
    {
        var options = new HttpOptions { Poller = HttpPoller.Far, PollInterval = 20.Seconds };
        var log = new Hop(new Http(options)).Send(5, at: 1, every: 30).SendBack(5, at: 2, every: 30).Run(200).Log;

        Assert.That((Requests(log), log.Arrived.Count, log.Packets[0].IsUp), Is.EqualTo((1, 10, false)));
    }

    [Test]
    public void A_poll_that_finds_nothing_is_answered_without_content()
    {
        var options = new HttpOptions
        {
            Poller = HttpPoller.Near,
            PollInterval = 60.Seconds,
            Server = HttpServerProfile.Minimal,
            Client = HttpClientProfile.Minimal,
        };
        var log = new Hop(new Http(options)).Run(60).Log;

        Assert.That(
            (Text(log, isUp: true).Single(), Text(log, isUp: false).Single()),
            Is.EqualTo(("GET /v1/dev0000001/telemetry HTTP/1.1\r\nHost: 10.77.0.2:8080\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n"))
        );
    }

    [Test]
    public void A_polled_message_arrives_once_at_any_loss([Values] HttpVersion version)
    {
        var options = new HttpOptions
        {
            Poller = HttpPoller.Near,
            PollInterval = 10.Seconds,
            ResponseTimeout = 2.Seconds,
            ConnectionRetries = 20,
            Attempts = 100,
            Version = version,
            Buffer = 1000,
        };
        var log = new Hop(new Http(options), 0.1, 0.1).SendBack(200, every: 5).Run(5000).Log;

        Assert.That((log.Arrived.Select(entry => entry.Serial), log.Gone.Count), Is.EqualTo((Enumerable.Range(0, 200), 0)));
    }

    [Test]
    public void Http_over_TLS_listens_on_its_own_port()
    {
        var log = new Hop(new Http(PerRequest with { Security = Security.Tls13 })).Send().Run(20).Log;

        Assert.That((log.Packets[0].Body[2] << 8 | log.Packets[0].Body[3], log.Arrived.Count), Is.EqualTo((443, 1)));
    }

    [TestCase("v1/data", "host")]
    [TestCase("/v1/my data", "host")]
    [TestCase("/v1", "")]
    public void A_path_or_host_that_no_line_can_hold_is_refused(string path, string host) =>
        Assert.That(() => new Http(new HttpOptions { Path = path, Host = host }), Throws.ArgumentException);

    [Test]
    public void Every_packet_has_good_checksums([Values] HttpVersion version)
    {
        var log = new Hop(new Http(new HttpOptions { Version = version })).Send(2, every: 100).Run().Log;

        Assert.That(log.Packets, Has.All.Property(nameof(CapturedPacket.HasGoodChecksums)).True);
    }

    private static int Requests(MessageLog log) => log.Packets.Count(packet => (packet.Flags & 0x12) == 2);

    private static string[] Text(MessageLog log, bool isUp) =>
        [
            .. log
                .Packets.Where(packet => packet.IsUp == isUp && packet.Payload > 0)
                .Select(packet => TextEncoding.Latin1.GetString(packet.Content)),
        ];
}
