using M2mVsIoTSim.Scenarios.Tracing;

namespace M2mVsIoTSim.Tests.Scenarios.Tracing;

/// <summary>What a trace and Wireshark show of resources of oneM2M, by the hybrid architectures of the examples.</summary>
public sealed class OneM2mTraceTests
{
    /// <summary>Its dissector of CoAP does not know the options of oneM2M and calls them malformed.</summary>
    private const string Malformed = "(_ws.malformed && !coap) || udp.checksum.status == 0 || tcp.checksum.status == 0";

    [TestCase("hybrid-over-http", "http contains \"m2m:cin\" && http.request.method == \"POST\"", "HTTP POST m2m:cin")]
    [TestCase("hybrid-over-coap-and-mqtt", "coap.code == 2 && coap.payload", "CoAP Confirmable POST")]
    public void The_primitives_of_a_device_are_seen(string architecture, string filter, string label)
    {
        var trace = Trace(architecture);
        var capture = trace.Captures["meter 0"];

        Assert.That(Tshark.Read(capture, Malformed), Is.Empty);
        Assert.That(Tshark.Read(capture, filter), Is.Not.Empty);
        Assert.That(trace.Diagrams.First(one => one.Name == "reading").Arrows.Select(arrow => arrow.Label), Has.Some.Contain(label));
    }

    [Test]
    public void A_gateway_publishes_instances_and_hears_responses()
    {
        var trace = Trace("hybrid-over-coap-and-mqtt");
        var capture = trace.Captures.First(one => one.Key.StartsWith("gateway", StringComparison.Ordinal)).Value;

        Assert.That(Tshark.Read(capture, Malformed), Is.Empty);
        Assert.That(
            Tshark.Read(capture, "mqtt.msgtype == 3", "mqtt.topic"),
            Has.Some.Contains("/oneM2M/req/C").And.Some.Contains("/oneM2M/resp/C")
        );
    }

    private static Trace Trace(string architecture)
    {
        var study = ScenarioText.Load(File.ReadAllText(Repository.PathOf("CanSay", "one-m2m.yaml")));
        return Tracer.Run(study, study.Cells.First(cell => cell.Architecture == architecture), new TraceRequest());
    }
}
