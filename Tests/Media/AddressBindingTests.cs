using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

/// <summary>A translator of addresses that forgets a device after a minute of silence.</summary>
public class AddressBindingTests
{
    private static readonly CoapOptions Plain = new();
    private static readonly CoapOptions Secure = new() { Security = DatagramSecurity.Dtls12, HandshakeAfter = Duration.Zero };

    [Test]
    public void Who_has_never_sent_cannot_be_reached() =>
        Assert.That(Bench(new Coap(Plain)).Down(1).Run().Gone.Single().Reason, Is.EqualTo(DropReason.RetriesExhausted));

    [TestCase(30, 1)]
    [TestCase(90, 0)]
    public void A_device_is_reached_as_long_as_it_is_remembered(double silence, int arrived) =>
        Assert.That(Bench(new Udp(new UdpOptions())).Up(1).Down(1 + silence).Run().Arrived.Count - 1, Is.EqualTo(arrived));

    [Test]
    public void A_datagram_to_who_is_forgotten_is_dropped_for_that_reason() =>
        Assert.That(Bench(new Udp(new UdpOptions())).Up(1).Down(91).Run().Gone.Single().Reason, Is.EqualTo(DropReason.Forgotten));

    [Test]
    public void A_device_is_reached_again_once_it_has_sent() =>
        Assert.That(Bench(new Coap(Plain)).Up(1).Up(200).Down(210).Run().Arrived, Has.Count.EqualTo(3));

    [Test]
    public void What_is_repeated_meanwhile_arrives_when_the_device_has_sent() =>
        Assert.That(Bench(new Coap(Plain)).Up(1).Down(200).Up(210).Run().Arrived, Has.Count.EqualTo(3));

    [Test]
    public void A_ping_keeps_the_binding() =>
        Assert.That(Bench(new Coap(Plain with { KeepAlive = 50.Seconds })).Up(1).Down(1000).Run().Arrived, Has.Count.EqualTo(2));

    [Test]
    public void Without_connection_identifier_a_new_address_is_not_known()
    {
        var log = Bench(new Coap(Secure)).Up(1).Up(200).Up(400).Run();

        // The message from the new address is repeated in vain; the one after it begins with a handshake.
        Assert.Multiple(() =>
        {
            Assert.That(log.Gone.Select(entry => (entry.Serial, entry.Reason)), Is.EqualTo(new[] { (1, DropReason.RetriesExhausted) }));
            Assert.That(log.Arrived.Select(entry => entry.Serial), Is.EqualTo(new[] { 0, 2 }));
        });
    }

    [Test]
    public void With_a_connection_identifier_it_is() =>
        Assert.That(Bench(new Coap(Secure with { ConnectionId = 2 })).Up(1).Up(200).Up(400).Run().Arrived, Has.Count.EqualTo(3));

    [Test]
    public void Who_shakes_hands_after_silence_is_known_too() =>
        Assert.That(Bench(new Coap(Secure with { HandshakeAfter = 1.Minutes })).Up(1).Up(200).Up(400).Run().Arrived, Has.Count.EqualTo(3));

    [Test]
    public void With_a_connection_identifier_the_server_answers_to_the_new_address() =>
        Assert.That(Bench(new Coap(Secure with { ConnectionId = 2 })).Up(1).Up(200).Down(210).Run().Arrived, Has.Count.EqualTo(3));

    [Test]
    public void What_a_server_cannot_deliver_costs_no_message_of_the_device()
    {
        var log = Bench(new Coap(Secure with { ConnectionId = 2 })).Up(1).Down(200).Up(400).Run();

        Assert.Multiple(() =>
        {
            Assert.That(log.Gone.Select(entry => entry.Serial), Is.EqualTo(new[] { 1 }));
            Assert.That(log.Arrived.Select(entry => entry.Serial), Is.EqualTo(new[] { 0, 2 }));
        });
    }

    private static TranslatorBench Bench(Protocol protocol) => new(protocol, datagrams: 1.Minutes);
}
