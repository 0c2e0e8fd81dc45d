using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Validation.Sessions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Handshakes against captures of OpenSSL 3.0.19, see <c>tls-handshakes.csv</c>.</summary>
public class TlsHandshakeTests
{
    private const int Leaf = 295;
    private const int Authority = 382;

    private static readonly TestCaseData[] Cases =
    [
        .. ReferenceData
            .Rows("tls-handshakes.csv")
            .Select(row => new TestCaseData(row).SetArgDisplayNames($"TLS {row["version"]} {row["case"]}")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void A_connection_has_the_octets_captured(ReferenceData.Row row)
    {
        var bench = Run(TlsHandshakeSuite.Profile(row), new PushOptions());
        var free = row.Whole("signatures");

        Assert.Multiple(() =>
        {
            Assert.That(bench.Payloads(isUp: true).Sum(), Is.EqualTo(row.Whole("c_to_s")).Within(free), "client");
            Assert.That(bench.Payloads(isUp: false).Sum(), Is.EqualTo(row.Whole("s_to_c")).Within(free), "server");
        });
    }

    [TestCaseSource(nameof(Cases))]
    public void A_connection_has_the_packets_captured_but_for_one_acknowledgement(ReferenceData.Row row)
    {
        var bench = Run(TlsHandshakeSuite.Profile(row), new PushOptions { Acknowledgements = AcknowledgementPolicy.Linux });

        Assert.Multiple(() =>
        {
            Assert.That(bench.Packets, Has.Count.EqualTo(row.Whole("packets")).Within(1), string.Join(' ', bench.Lengths()));
            Assert.That(bench.Lengths().Sum(), Is.EqualTo(row.Whole("ip")).Within(52 + row.Whole("signatures")));
        });
    }

    [TestCase(Security.Tls12, TlsCipher.Aes128Gcm, 29)]
    [TestCase(Security.Tls12, TlsCipher.Aes128Ccm8, 21)]
    [TestCase(Security.Tls13, TlsCipher.Aes128Gcm, 22)]
    [TestCase(Security.Tls13, TlsCipher.Aes128Ccm8, 14)]
    public void A_record_costs_what_its_cipher_adds(Security version, object cipher, int octets) =>
        Assert.That(new TlsHandshake(new TlsProfile { Version = version, Cipher = (TlsCipher)cipher }).RecordOverhead, Is.EqualTo(octets));

    [TestCase(Security.Tls13, 1)]
    [TestCase(Security.Tls12, 2)]
    public void A_full_handshake_takes_its_round_trips(Security version, int roundTrips)
    {
        var at = 0.0;
        var bench = new TcpBench(security: new TlsProfile { Version = version, ServerCertificates = [Leaf] });
        bench.WhenConnected = () => at = bench.Simulation.Now.TotalSeconds;
        bench.Run();

        // One more for TCP; 20 ms each, and the octets at 8 Mbit/s.
        Assert.That(at, Is.EqualTo(0.02 * (1 + roundTrips)).Within(0.003));
    }

    [Test]
    public void A_resumed_handshake_of_version_2_saves_a_round_trip()
    {
        var at = 0.0;
        var bench = new TcpBench(security: new TlsProfile { Version = Security.Tls12, IsResumed = true });
        bench.WhenConnected = () => at = bench.Simulation.Now.TotalSeconds;
        bench.Run();

        Assert.That(at, Is.EqualTo(0.04).Within(0.003));
    }

    [Test]
    public void Work_of_the_client_delays_a_full_handshake()
    {
        var at = 0.0;
        var bench = new TcpBench(
            security: new TlsProfile { ServerCertificates = [Leaf] },
            options: new PushOptions { HandshakeWork = 2.Seconds }
        );
        bench.WhenConnected = () => at = bench.Simulation.Now.TotalSeconds;
        bench.Run();

        Assert.That(at, Is.EqualTo(2.04).Within(0.003));
    }

    [Test]
    public void Content_longer_than_a_record_travels_in_several()
    {
        var bench = new TcpBench(security: new TlsProfile { ServerCertificates = [Leaf] });
        bench.WhenConnected = () => bench.Connection.Client.Write(new OctetUnit(40_000));
        bench.Run();
        var before = new TlsHandshake(new TlsProfile()).Flights;

        Assert.That(
            bench.Payloads(isUp: true).Sum(),
            Is.EqualTo(before[0].Concat(before[2]).Sum(record => record.Length) + 40_000 + 3 * 22)
        );
    }

    [Test]
    public void Captured_records_can_be_read_one_after_the_other()
    {
        var bench = new TcpBench(security: new TlsProfile { ServerCertificates = [Leaf, Authority] });
        bench.WhenConnected = () => bench.Connection.Client.Write(new OctetUnit(100));
        var stream = bench.Run().Packets.Where(packet => !packet.IsUp).SelectMany(packet => packet.Content.ToArray()).ToArray();
        var types = new List<int>();
        for (var at = 0; at < stream.Length; at += 5 + (stream[at + 3] << 8) + stream[at + 4])
        {
            types.Add(stream[at]);
        }

        Assert.That(types, Is.EqualTo(new[] { 22, 20, 23, 23, 23, 23, 23 }));
    }

    private static TcpBench Run(TlsProfile profile, TransportOptions options)
    {
        // The measured client waits a little before it closes.
        var bench = new TcpBench(options: options, security: profile);
        bench.WhenConnected = () => bench.Do(bench.Simulation.Now.TotalSeconds + 0.5, () => bench.Connection.Client.Close());
        return bench.Run();
    }
}
