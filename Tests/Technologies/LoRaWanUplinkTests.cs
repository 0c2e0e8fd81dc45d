using System.Text;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanUplinkTests
{
    [TestCase("", "bb1d6929e95937287fa37d129b756746")]
    [TestCase("6bc1bee22e409f96e93d7e117393172a", "070a16b46b4d4144f79bdd9dd04a287c")]
    [TestCase("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411", "dfa66747de9ae63030ca32611497c827")]
    public void The_authentication_code_equals_the_examples_of_rfc_4493(string message, string expected)
    {
        var key = Convert.FromHexString("2b7e151628aed2a6abf7158809cf4f3c");

        Assert.That(Convert.ToHexStringLower(AesCmac.Compute(key, Convert.FromHexString(message))), Is.EqualTo(expected));
    }

    [Test]
    public void An_uplink_equals_the_example_frame_of_the_lora_packet_project()
    {
        var keys = new LoRaWanKeys(
            Convert.FromHexString("44024241ed4ce9a68c6a8bc055233fd3"),
            Convert.FromHexString("ec925802ae430ca77fd3dd73cb2cc588")
        );
        var uplink = new LoRaWanUplink(0x49be7df1, 2, 1, Encoding.ASCII.GetBytes("test"), keys);
        var frame = new byte[uplink.Length];

        uplink.Write(frame);

        Assert.That(Convert.ToHexString(frame), Is.EqualTo("40F17DBE4900020001954378762B11FF0D"));
    }

    [TestCase(0)]
    [TestCase(20)]
    [TestCase(242)]
    public void An_uplink_is_13_octets_longer_than_its_payload(int payload)
    {
        Assert.That(
            new LoRaWanUplink(1, 0, 1, new byte[payload], new LoRaWanKeys(new byte[16], new byte[16])).Length,
            Is.EqualTo(payload + 13)
        );
    }
}
