using M2mVsIoTSim.Scenarios.Tracing;

namespace M2mVsIoTSim.Tests.Scenarios.Tracing;

/// <summary>What Wireshark makes of MQTT-SN and of the bootstrap of LwM2M.</summary>
public sealed class SmallProtocolTraceTests
{
    [TestCase("{ mqtt-sn: { qos: 2, will-length: 7 B } }", "mqttsn.msg.type == 0x07")]
    [TestCase("{ mqtt-sn: { qos: 2, will-length: 7 B } }", "mqttsn.will.msg == \"ddddddd\"")]
    [TestCase("{ mqtt-sn: { qos: 2, will-length: 7 B } }", "mqttsn.msg.type == 0x0c && mqttsn.qos == 2")]
    [TestCase("{ mqtt-sn: { qos: 2, will-length: 7 B } }", "mqttsn.msg.type == 0x10")]
    [TestCase("{ lwm2m: { bootstrap: true } }", "coap.opt.uri_query contains \"ep=\" && coap.opt.uri_path == \"bs\"")]
    [TestCase("{ lwm2m: { bootstrap: true } }", "lwm2mtlv && coap.code == 3 && coap.opt.uri_path_recon == \"/0/1\"")]
    [TestCase("{ lwm2m: { bootstrap: true } }", "lwm2mtlv && coap.code == 3 && coap.opt.uri_path_recon == \"/1/0\"")]
    public void Wireshark_reads_it_and_finds_nothing_wrong(string protocol, string expected)
    {
        var capture = Trace(protocol).Captures["meter 0"];

        Assert.That(Tshark.Read(capture, $"{TracerTests.Wrong} || coap.retransmitted", "_ws.expert.message"), Is.Empty);
        Assert.That(Tshark.Read(capture, expected, "frame.len"), Is.Not.Empty);
    }

    private static Trace Trace(string protocol)
    {
        var text = ScenarioText
            .Metering.Replace(
                "to: broker, over: [$access, operator-core, internet], speaks: push }",
                $"to: broker, over: [$access, operator-core, internet], speaks: {protocol} }}",
                StringComparison.Ordinal
            )
            .Replace("access: [lte-cat1, lorawan-eu868]", "access: [lte-cat1]", StringComparison.Ordinal);
        var study = ScenarioText.Load(text);
        return Tracer.Run(study, study.Cells.First(cell => cell.Architecture == "mediated"), new TraceRequest());
    }
}
