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

    [Test]
    public void A_connect_of_version_5_with_a_receive_maximum_has_28() =>
        Assert.That(MqttSize.Connect(10, MqttVersion.V5, MqttProperty.ReceiveMaximum), Is.EqualTo(28));

    [Test]
    public void A_connect_acknowledgement_of_version_5_has_11() =>
        Assert.That(
            MqttSize.ConnectAcknowledgement(MqttVersion.V5, MqttProperty.TopicAliasMaximum + MqttProperty.ReceiveMaximum),
            Is.EqualTo(11)
        );

    [TestCase(0, 43)]
    [TestCase(MqttProperty.TopicAlias, 46)]
    public void A_publish_of_version_5_has_a_length_of_properties(int properties, int size) =>
        Assert.That(MqttSize.Publish(20, 16, 1, MqttVersion.V5, properties), Is.EqualTo(size));

    [Test]
    public void An_acknowledgement_with_a_reason_has_5() => Assert.That(MqttSize.AcknowledgementWithReason, Is.EqualTo(5));

    [TestCase(MqttVersion.V311, 6 + 2 + 20 + 2 + 5 + 2 + 3 + 2 + 4)]
    [TestCase(MqttVersion.V5, 6 + 2 + 20 + 2 + 5 + 2 + 3 + 2 + 4 + 2)]
    public void Will_user_name_and_password_follow_the_identifier(MqttVersion version, int more) =>
        Assert.That(
            MqttSize.Connect(10, version, 0, willTopic: 20, will: 5, userName: 3, password: 4),
            Is.EqualTo(MqttSize.Connect(10) + more - 6)
        );

    [TestCase(MqttVersion.V311, 18, 5, 17)]
    [TestCase(MqttVersion.V5, 19, 6, 18)]
    public void Subscribing_has_its_sizes(MqttVersion version, int subscribe, int acknowledgement, int unsubscribe) =>
        Assert.That(
            (MqttSize.Subscribe(11, version), MqttSize.SubscribeAcknowledgementOf(version), MqttSize.Unsubscribe(11, version)),
            Is.EqualTo((subscribe, acknowledgement, unsubscribe))
        );

    [TestCase(10, 20, 35)]
    public void A_user_property_has_two_texts(int name, int value, int size) =>
        Assert.That(MqttProperty.User(name, value), Is.EqualTo(size));
}
