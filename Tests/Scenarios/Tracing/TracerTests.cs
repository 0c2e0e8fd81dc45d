using System.Xml.Linq;
using M2mVsIoTSim.Analysis.Traces;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Scenarios.Tracing;

namespace M2mVsIoTSim.Tests.Scenarios.Tracing;

public sealed class TracerTests
{
    internal const string Wrong =
        "tcp.checksum.status == 0 || udp.checksum.status == 0 || ip.checksum.status == 0 || _ws.malformed || _ws.expert.severity >= 0x600000";

    [TestCase("direct", "access=lte-cat1")]
    [TestCase("mediated", "access=lorawan-eu868")]
    public void A_traced_run_measures_what_it_measures_untraced(string architecture, string point)
    {
        var study = ScenarioText.Load(ScenarioText.Metering);
        var cell = Cell(study, architecture, point);

        var traced = Tracer.Run(study, cell, new TraceRequest()).Result;
        var untraced = CaseRunner.Run(cell, study, 1, study.KeyOf(cell, 1), CancellationToken.None);

        Assert.That((traced.Digest, traced.Events), Is.EqualTo((untraced.Digest, untraced.Events)));
    }

    [Test]
    public void Every_packet_that_is_not_lost_leaves_as_often_as_it_enters()
    {
        var events = Trace(ScenarioText.Metering, "direct", "access=lte-cat1")
            .Events.GroupBy(row => row.Event)
            .ToDictionary(g => g.Key, g => g.Count());

        Assert.That(events["entered"], Is.EqualTo(events["left"] + events.GetValueOrDefault("lost")));
    }

    [Test]
    public void Only_the_member_that_is_followed_is_written_down()
    {
        var trace = Trace(ScenarioText.Metering, "direct", "access=lte-cat1", "meter 3");

        Assert.That(
            trace.Events.Where(row => row.Event == "produced").Select(row => row.Producer),
            Is.Not.Empty.And.All.EqualTo("meter 3")
        );
        Assert.That(trace.Captures.Keys, Is.EquivalentTo(["head-end", "meter 3", "utility"]));
    }

    [Test]
    public void A_message_is_delivered_when_its_last_packet_leaves()
    {
        var events = Trace(ScenarioText.Metering, "direct", "access=lte-cat1").Events;
        var delivered = events.First(row => row is { Event: "delivered", Relation: "reading" });

        Assert.That(
            events.Any(row =>
                row is { Event: "left", To: "utility" } && row.Seconds == delivered.Seconds && row.Detail.Contains("reading")
            ),
            Is.True
        );
    }

    [Test]
    public void Whoever_follows_nobody_that_is_there_is_told_who_is() =>
        Assert.That(
            () => Trace(ScenarioText.Metering, "direct", "access=lte-cat1", "meter 6"),
            Throws.ArgumentException.With.Message.EqualTo("member 'meter 6': meter has the members 0 to 5, such as 'meter 0'")
        );

    [Test]
    public void A_limit_cuts_the_log_and_not_the_run()
    {
        var study = ScenarioText.Load(ScenarioText.Metering);
        var cell = Cell(study, "direct", "access=lte-cat1");

        var (cut, whole) = (Tracer.Run(study, cell, new TraceRequest { Limit = 10 }), Tracer.Run(study, cell, new TraceRequest()));

        Assert.That((cut.IsCut, cut.Events.Count, cut.Result.Digest), Is.EqualTo((true, 10, whole.Result.Digest)));
    }

    [Test]
    public void A_diagram_shows_the_way_from_the_producer_to_the_consumer()
    {
        var diagram = Trace(ScenarioText.Metering, "direct", "access=lte-cat1").Diagrams.Single(one => one.Name == "reading");

        Assert.That(diagram.Lines, Is.EqualTo(["meter 0", "lte-cat1 | operator-core", "operator-core | internet", "head-end", "utility"]));
        Assert.That(diagram.Arrows[0].Label, Is.EqualTo("TCP SYN, 60 B"));
        Assert.That(diagram.Notes.Select(note => note.Text), Is.EqualTo(["produced", "delivered (utility)"]));
    }

    [Test]
    public void A_diagram_is_a_picture_with_every_packet()
    {
        var diagram = Trace(ScenarioText.Metering, "direct", "access=lte-cat1").Diagrams[0];

        var texts = XDocument
            .Parse(SequenceSvg.Draw(diagram))
            .Descendants()
            .Where(e => e.Name.LocalName == "text")
            .Select(e => e.Value)
            .ToList();

        Assert.That(diagram.Arrows.Select(arrow => arrow.Label), Is.SubsetOf(texts));
    }

    [Test]
    public void Wireshark_finds_nothing_wrong_with_Mqtt_at_either_end()
    {
        var trace = Trace(Mqtt, "mediated", "access=lte-cat1");

        foreach (var (node, capture) in trace.Captures)
        {
            Assert.That(Tshark.Read(capture, Wrong, "_ws.expert.message"), Is.Empty, node);
        }
    }

    [Test]
    public void Wireshark_sees_the_publications_of_the_meter()
    {
        var trace = Trace(Mqtt, "mediated", "access=lte-cat1");
        var produced = trace.Events.Count(row => row is { Event: "produced", Producer: "meter 0" });

        Assert.That(
            Tshark.Read(trace.Captures["meter 0"], "mqtt.msgtype == 3 && !tcp.analysis.retransmission", "mqtt.topic"),
            Has.Length.EqualTo(produced)
        );
    }

    [Test]
    public void Wireshark_takes_the_octets_of_Tls_for_Tls()
    {
        var trace = Trace(Mediated("{ mqtt: { security: tls-1.3 } }"), "mediated", "access=lte-cat1");

        Assert.That(Tshark.Read(trace.Captures["meter 0"], Wrong, "_ws.expert.message"), Is.Empty);
        Assert.That(Tshark.Read(trace.Captures["meter 0"], "tls.record.content_type == 23"), Is.Not.Empty);
    }

    [TestCase("http", "http.request.method == \"POST\"", "http.response.code == 204")]
    [TestCase(
        "{ http: { version: 2 } }",
        "http2.headers.method == \"POST\" && http2.header.value == \"curl/7.88.1\"",
        "http2.headers.status == 204 && http2.header.value == \"nginx/1.22.1\""
    )]
    public void Wireshark_reads_Http(string protocol, string request, string response)
    {
        var trace = OverFibre(protocol);
        var produced = trace.Events.Count(row => row is { Event: "produced", Producer: "meter 0" });
        var capture = trace.Captures["meter 0"];

        Assert.That(Tshark.Read(capture, Wrong, "_ws.expert.message"), Is.Empty);
        Assert.That(Tshark.Read(capture, $"{request} && !tcp.analysis.retransmission"), Has.Length.EqualTo(produced));
        Assert.That(Tshark.Read(capture, $"{response} && !tcp.analysis.retransmission"), Has.Length.EqualTo(produced));
    }

    [Test]
    public void Wireshark_reads_the_polls_of_a_Modbus_master()
    {
        var trace = OverFibre("{ modbus-tcp: { poll-interval: 1 min } }");
        var capture = trace.Captures["meter 0"];

        Assert.That(Tshark.Read(capture, Wrong, "_ws.expert.message"), Is.Empty);
        Assert.That(
            Tshark.Read(capture, "modbus.func_code == 3 && tcp.dstport == 502 && !tcp.analysis.retransmission"),
            Has.Length.GreaterThan(60)
        );
        Assert.That(Tshark.Read(capture, "modbus && tcp.srcport == 502", "modbus.regval_uint16"), Is.Not.Empty);
    }

    [TestCase("http", "HTTP POST reading")]
    [TestCase("{ modbus-tcp: { poll-interval: 1 min } }", "Modbus read response reading")]
    public void A_diagram_names_what_carries_a_message(string protocol, string label)
    {
        var trace = OverFibre(protocol);

        Assert.That(trace.Diagrams.Single(one => one.Name == "reading").Arrows.Select(arrow => arrow.Label), Has.Some.Contain(label));
    }

    [TestCase("coap", "coap")]
    [TestCase("{ coap: { encoding: json, block-size: 16 B, observe: back } }", "coap.opt.block_number")]
    [TestCase("{ coap: { security: dtls-1.2 } }", "dtls")]
    public void Wireshark_finds_nothing_wrong_with_CoAP(string protocol, string dissected)
    {
        var trace = Trace(Mediated(protocol), "mediated", "access=lte-cat1");

        Assert.That(Tshark.Read(trace.Captures["meter 0"], Wrong, "_ws.expert.message"), Is.Empty);
        Assert.That(Tshark.Read(trace.Captures["meter 0"], dissected), Is.Not.Empty);
    }

    [Test]
    public void Wireshark_reads_what_a_LoRa_gateway_hears()
    {
        var trace = Trace(ScenarioText.Metering, "direct", "access=lorawan-eu868");
        var gateway = trace.Captures.First(capture => capture.Key.StartsWith("gateway", StringComparison.Ordinal)).Value;

        Assert.That(Tshark.Read(gateway, "_ws.malformed"), Is.Empty);
        Assert.That(Tshark.Read(gateway, "lorawan", "lorawan.mhdr.mtype", "loratap.channel.sf"), Is.Not.Empty.And.All.StartsWith("2\t"));
    }

    private static string Mqtt => Mediated("mqtt");

    private static Trace OverFibre(string protocol) =>
        Trace(Mediated(protocol).Replace("lte-cat1", "fibre", StringComparison.Ordinal), "mediated", "access=fibre");

    /// <summary>Past a broker that is spoken to like this.</summary>
    private static string Mediated(string protocol)
    {
        var at = ScenarioText.Metering.IndexOf("  mediated:", StringComparison.Ordinal);
        return ScenarioText.Metering[..at]
            + ScenarioText.Metering[at..].Replace("speaks: push }", $"speaks: {protocol} }}", StringComparison.Ordinal);
    }

    private static Trace Trace(string text, string architecture, string point, params string[] members)
    {
        var study = ScenarioText.Load(text);
        return Tracer.Run(study, Cell(study, architecture, point), new TraceRequest { Members = members });
    }

    private static Cell Cell(Study study, string architecture, string point) =>
        study.Cells.First(cell => cell.Architecture == architecture && cell.Point.ToString() == point);
}
