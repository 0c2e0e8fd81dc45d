using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of protocols over TCP.</summary>
public abstract record TransportOptions
{
    /// <summary>Longest segment without headers [B].</summary>
    [Unit("B", Minimum = 64, Maximum = 1448)]
    [Figure(Mark.Derived, "1500 less IPv4 20, TCP 20 and time stamps 12")]
    public int MaximumSegment { get; init; } = 1448;

    /// <summary>Least part of the retransmission time-out beyond the smoothed round trip [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 60)]
    [Figure(Mark.FromMemory, "Linux TCP_RTO_MIN, a floor of the variation; RFC 6298 recommends 1 s for the whole")]
    public Duration MinimumTimeout { get; init; } = 200.Milliseconds;

    /// <summary>How long an acknowledgement waits for something to travel with [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 0.5)]
    [Figure(Mark.Measured, "Linux 6.18: 43.6 and 47.5 ms seen for TCP_DELACK_MIN of 40 ms")]
    public Duration DelayedAcknowledgement { get; init; } = 40.Milliseconds;

    /// <summary>When a receiver acknowledges.</summary>
    [Figure(Mark.Measured, "packet counts of Linux 6.18")]
    public AcknowledgementPolicy Acknowledgements { get; init; } = AcknowledgementPolicy.Linux;

    /// <summary>Whether segments carry time stamps (RFC 7323), 12 octets with padding.</summary>
    [Figure(Mark.Measured, "Linux 6.18 offers and accepts them")]
    public bool Timestamps { get; init; } = true;

    /// <summary>Whether receivers report pieces beyond gaps (RFC 2018).</summary>
    [Figure(Mark.Measured, "Linux 6.18 offers and accepts it")]
    public bool SelectiveAcknowledgement { get; init; } = true;

    /// <summary>Whether windows are scaled (RFC 7323).</summary>
    [Figure(Mark.Measured, "Linux 6.18 offers and accepts it")]
    public bool WindowScaling { get; init; } = true;

    /// <summary>Whether small segments are sent while others are not yet acknowledged (no Nagle algorithm, RFC 896).</summary>
    [Figure(Mark.Measured, "the packets of mosquitto 2.0.11 show the algorithm at work")]
    public bool NoDelay { get; init; }

    /// <summary>Repetitions of a connection request before giving up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 20)]
    [Figure(Mark.FromMemory, "Linux tcp_syn_retries: after 1, 2, 4, 8, 16 and 32 s")]
    public int ConnectionRetries { get; init; } = 6;

    /// <summary>Repetitions of a segment before giving up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 30)]
    [Figure(Mark.FromMemory, "Linux tcp_retries2: about 924 s")]
    public int Retries { get; init; } = 15;

    /// <summary>Time without a segment of the other end after which it is probed [s]; 0 for never.</summary>
    [Unit("s", Minimum = 0, Maximum = 65_535)]
    [Figure(Mark.Confirmed, "off, as RFC 9293, section 3.8.4, requires by default")]
    public Duration ProbeAfter { get; init; }

    /// <summary>Time between probes without answer [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 65_535)]
    [Figure(Mark.FromMemory, "Linux tcp_keepalive_intvl: 75 s")]
    public Duration ProbeInterval { get; init; } = 75.Seconds;

    /// <summary>Probes without answer before giving up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 127)]
    [Figure(Mark.FromMemory, "Linux tcp_keepalive_probes: 9")]
    public int Probes { get; init; } = 9;

    /// <summary>Failures to connect in a row before what waits is given up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a quarter of an hour or more of an outage")]
    public int Attempts { get; init; } = 10;

    /// <summary>Time from a failure to the next attempt; doubles with each failure in a row [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 3600)]
    [Figure(Mark.FromMemory, "paho-mqtt reconnect_delay_set: 1 s")]
    public Duration ReconnectDelay { get; init; } = 1.Seconds;

    /// <summary>Greatest time from a failure to the next attempt [s].</summary>
    [Unit("s", Minimum = 0.001, Maximum = 86_400)]
    [Figure(Mark.FromMemory, "paho-mqtt reconnect_delay_set: 120 s")]
    public Duration ReconnectMaximum { get; init; } = 120.Seconds;

    /// <summary>Share by which a reconnection may come earlier, at random [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "a fleet that lost its server does not come back in step")]
    public double ReconnectJitter { get; init; } = 0.5;

    /// <summary>Security of the connection.</summary>
    [Figure(Mark.Chosen, "none unless a scenario asks for it")]
    public Security Security { get; init; }

    /// <summary>Whether connections after the first resume its security session.</summary>
    [Figure(Mark.Chosen, "what tickets and pre-shared keys of TLS are made for")]
    public bool Resumption { get; init; } = true;

    /// <summary>Certificates that the server sends: its own and those of authorities [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 5)]
    [Figure(Mark.Measured, "OpenSSL 3.0.19: its own, whose authority the client knows")]
    public int Certificates { get; init; } = 1;

    /// <summary>Octets of the certificate of a server or client (DER) [B].</summary>
    [Unit("B", Minimum = 100, Maximum = 8000)]
    [Figure(Mark.Measured, "on P-256, made by OpenSSL 3.0.19")]
    public int CertificateLength { get; init; } = 295;

    /// <summary>Octets of the certificate of an authority (DER) [B].</summary>
    [Unit("B", Minimum = 100, Maximum = 8000)]
    [Figure(Mark.Measured, "on P-256, made by OpenSSL 3.0.19")]
    public int AuthorityLength { get; init; } = 382;

    /// <summary>Octets of the server's name, which the client says when it connects under TLS [B].</summary>
    [Unit("B", Minimum = 0, Maximum = 255)]
    [Figure(Mark.Chosen, "as in the measured handshakes: broker.test")]
    public int ServerNameLength { get; init; } = 11;

    /// <summary>Whether the client authenticates itself with a certificate too.</summary>
    [Figure(Mark.Chosen, "passwords and tokens do without")]
    public bool ClientCertificate { get; init; }

    /// <summary>Time for which the client computes during a full security handshake [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "hardware support; ECDHE and ECDSA on P-256 in software take 0.2 to 0.4 s on a Cortex-M4 of 64 MHz (from memory)")]
    public Duration HandshakeWork { get; init; }

    /// <summary>Messages that each end keeps while it cannot send them or their receipt is open [1].</summary>
    [Unit("1", Minimum = 1)]
    [Figure(Mark.Chosen, "room for a burst on a small device")]
    public int Buffer { get; init; } = 100;

    /// <summary>The keep-alive of a connection that is left alone, in words, for lists of differences.</summary>
    internal const string NoKeepAlive = "no pings";

    /// <summary>The keep-alive of a connection that the application leaves alone, in words.</summary>
    internal string DescribeProbes => ProbeAfter == Duration.Zero ? NoKeepAlive : $"a probe after {ProbeAfter} of silence";

    /// <summary>Retries in words, for lists of differences.</summary>
    internal string DescribeRetries =>
        $"TCP, {Retries} times from a round trip and {MinimumTimeout}, doubling; connection request {ConnectionRetries} times from 1 s; "
        + $"{Attempts} connections from {ReconnectDelay} to {ReconnectMaximum} apart";

    /// <summary>Security in words, for lists of differences.</summary>
    internal string DescribeSecurity =>
        Security == Security.None
            ? "none"
            : (Security == Security.Tls12 ? "TLS 1.2" : "TLS 1.3")
                + (ClientCertificate ? ", both ends by certificate" : ", server by certificate")
                + (Resumption ? ", resumed" : "");

    /// <summary>What security asks for by hand: a trust anchor comes with the firmware, a certificate of one's own does not.</summary>
    /// <param name="account">What names the client shows besides, in words; null for none.</param>
    internal Network.Commissioning Commissioning(string? account = null)
    {
        var (own, server) = (Security != Security.None && ClientCertificate, Security != Security.None);
        return new()
        {
            Steps =
            [
                .. own
                    ?
                    [
                        new Network.SetupStep(
                            Network.SetupPlace.Member,
                            "key pair and certificate are issued and written",
                            "both ends by certificate (RFC 8446, 4.4.2)"
                        ),
                    ]
                    : Array.Empty<Network.SetupStep>(),
                .. account is null
                    ? Array.Empty<Network.SetupStep>()
                    : [new Network.SetupStep(Network.SetupPlace.Member, "name and password are written", account)],
            ],
            StepsOfPeer = server
                ? [new(Network.SetupPlace.Member, "a certificate is issued and installed", "the server shows one (RFC 8446, 4.4.2)")]
                : [],
            Credentials =
            [
                .. server
                    ?
                    [
                        new Network.Credential(
                            Network.CredentialKind.Certificate,
                            Network.CredentialHolder.Peer,
                            "certificate of the server (RFC 8446)"
                        ),
                    ]
                    : Array.Empty<Network.Credential>(),
                .. own
                    ?
                    [
                        new Network.Credential(
                            Network.CredentialKind.Certificate,
                            Network.CredentialHolder.Member,
                            "certificate of the client (RFC 8446)"
                        ),
                    ]
                    : Array.Empty<Network.Credential>(),
                .. account is null
                    ? Array.Empty<Network.Credential>()
                    : [new Network.Credential(Network.CredentialKind.Account, Network.CredentialHolder.Session, account)],
            ],
        };
    }

    /// <summary>Octets of the options of a connection request: the maximum segment size and what was switched on, in words of four [B].</summary>
    internal int ConnectingOctets =>
        4
        + (
            SelectiveAcknowledgement && Timestamps ? 12
            : SelectiveAcknowledgement ? 4
            : Timestamps ? 12
            : 0
        )
        + (WindowScaling ? 4 : 0);

    /// <summary>Octets of the options of any other segment [B].</summary>
    /// <param name="spans">Pieces that it reports [1].</param>
    internal int SegmentOctets(int spans) => (Timestamps ? 12 : 0) + (spans > 0 ? 4 + 8 * spans : 0);
}
