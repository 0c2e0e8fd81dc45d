using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>The examples of MQTT 3.1.1, section 4.7.</summary>
public class TopicFilterTests
{
    [TestCase("sport/tennis/player1/#", "sport/tennis/player1")]
    [TestCase("sport/tennis/player1/#", "sport/tennis/player1/ranking")]
    [TestCase("sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon")]
    [TestCase("sport/#", "sport")]
    [TestCase("#", "sport/tennis")]
    [TestCase("sport/tennis/+", "sport/tennis/player1")]
    [TestCase("sport/+", "sport/")]
    [TestCase("+/+", "/finance")]
    [TestCase("/+", "/finance")]
    [TestCase("$SYS/#", "$SYS/monitor/clients")]
    [TestCase("$SYS/monitor/+", "$SYS/monitor/clients")]
    [TestCase("sensors/+/t", "sensors/dev0000001/t")]
    [TestCase("sensors/dev0000001/t", "sensors/dev0000001/t")]
    public void A_filter_meets_a_topic(string filter, string topic) => Assert.That(new TopicFilter(filter).Matches(topic));

    [TestCase("sport/tennis/+", "sport/tennis/player1/ranking")]
    [TestCase("sport/+", "sport")]
    [TestCase("+", "/finance")]
    [TestCase("#", "$SYS/monitor")]
    [TestCase("+/monitor/clients", "$SYS/monitor/clients")]
    [TestCase("sport", "Sport")]
    [TestCase("sport/tennis", "sport")]
    [TestCase("sport", "sport/tennis")]
    public void A_filter_misses_a_topic(string filter, string topic) => Assert.That(new TopicFilter(filter).Matches(topic), Is.False);

    [TestCase("sport/tennis/#")]
    [TestCase("#")]
    [TestCase("+")]
    [TestCase("+/tennis/#")]
    [TestCase("/")]
    public void A_filter_is_legal(string filter) => Assert.That(new TopicFilter(filter).IsValid);

    [TestCase("")]
    [TestCase("sport/tennis#")]
    [TestCase("sport/tennis/#/ranking")]
    [TestCase("sport+")]
    [TestCase("sport/+a/b")]
    public void A_filter_is_not_legal(string filter) => Assert.That(new TopicFilter(filter).IsValid, Is.False);

    [Test]
    public void A_subscriber_of_two_filters_is_found_once()
    {
        var subscriptions = new Subscriptions<string>();
        subscriptions.Add(new TopicFilter("a/+"), "one");
        subscriptions.Add(new TopicFilter("a/b"), "one");
        subscriptions.Add(new TopicFilter("#"), "two");

        Assert.That(subscriptions.To("a/b"), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public void A_subscription_that_ended_is_not_found()
    {
        var subscriptions = new Subscriptions<string>();
        subscriptions.Add(new TopicFilter("a/+"), "one");
        subscriptions.Remove(new TopicFilter("a/+"), "one");

        Assert.That(subscriptions.To("a/b"), Is.Empty);
    }

    [Test]
    public void A_protocol_refuses_an_illegal_filter() =>
        Assert.That(() => new Mqtt(new MqttOptions { Filter = "a/#/b" }), Throws.ArgumentException.With.Message.Contains("a/#/b"));
}
