using M2mVsIoTSim.Scenarios.Tracing;

namespace M2mVsIoTSim.Tests.Scenarios.Tracing;

/// <summary>What Wireshark makes of AMQP 1.0, past a broker and without one.</summary>
public sealed class AmqpTraceTests
{
    [TestCase("amqp", "amqp.performative == 0x15")]
    [TestCase("{ amqp: { settlement: settled } }", "amqp.performative == 0x14")]
    [TestCase("{ amqp: { sasl: plain, durable: true, connection: per-message } }", "amqp.performative == 0x18")]
    [TestCase("{ amqp: { security: tls-1.3 } }", "tls.record.content_type == 23")]
    public void Wireshark_finds_nothing_wrong(string protocol, string expected)
    {
        foreach (var (node, capture) in Trace(protocol).Captures)
        {
            Assert.That(Tshark.Read(capture, TracerTests.Wrong, "_ws.expert.message"), Is.Empty, node);
        }

        Assert.That(Tshark.Read(Trace(protocol).Captures["meter 0"], expected), Is.Not.Empty);
    }

    [Test]
    public void Wireshark_reads_the_transfers_of_the_meter()
    {
        var trace = Trace("amqp");
        var produced = trace.Events.Count(row => row is { Event: "produced", Producer: "meter 0" });

        Assert.That(
            Tshark.Read(trace.Captures["meter 0"], "amqp.performative == 0x14 && !tcp.analysis.retransmission"),
            Has.Length.EqualTo(produced)
        );
    }

    [Test]
    public void A_diagram_names_what_carries_a_message() =>
        Assert.That(
            Trace("amqp").Diagrams.Single(one => one.Name == "reading").Arrows.Select(arrow => arrow.Label),
            Has.Some.Contain("AMQP transfer reading")
        );

    private static Trace Trace(string protocol)
    {
        var at = ScenarioText.Metering.IndexOf("  mediated:", StringComparison.Ordinal);
        var text =
            ScenarioText.Metering[..at]
            + ScenarioText
                .Metering[at..]
                .Replace("speaks: push }", $"speaks: {protocol} }}", StringComparison.Ordinal)
                .Replace("lte-cat1", "fibre", StringComparison.Ordinal);
        var study = ScenarioText.Load(text);
        return Tracer.Run(study, study.Cells.First(cell => cell.Architecture == "mediated"), new TraceRequest());
    }
}
