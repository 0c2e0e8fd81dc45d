using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Sizes of MQTT 3.1.1 packets as captured from mosquitto 2.0.11.</summary>
public class MqttSizeTests
{
    [Test]
    public void A_connect_with_10_octets_of_identifier_has_24() => Assert.That(MqttSize.Connect(10), Is.EqualTo(24));

    [Test]
    public void Acknowledgements_have_4() => Assert.That(MqttSize.Acknowledgement, Is.EqualTo(4));

    [TestCase(20, 16, 0, 40)]
    [TestCase(20, 16, 1, 42)]
    [TestCase(20, 100, 1, 126)]
    [TestCase(20, 103, 1, 129)]
    [TestCase(20, 104, 1, 131)]
    public void A_publish_has_its_size(int topic, int payload, int qos, int size)
    {
        Assert.That(MqttSize.Publish(topic, payload, qos), Is.EqualTo(size));
    }

    [Test]
    public void A_subscribe_with_a_filter_of_11_has_18() => Assert.That(MqttSize.Subscribe(11), Is.EqualTo(18));

    [Test]
    public void A_subscribe_acknowledgement_has_5() => Assert.That(MqttSize.SubscribeAcknowledgement, Is.EqualTo(5));

    [Test]
    public void Pings_and_disconnects_have_2() => Assert.That(MqttSize.Bare, Is.EqualTo(2));
}
