using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>apn-vpn</c>.</summary>
public sealed record ApnVpnOptions : IPriced
{
    /// <summary>Distance over ground from the cells to the operator's VPN gateway [km].</summary>
    [Unit("km", Minimum = 0, Maximum = 20_000)]
    [Figure(Mark.Chosen, "as for operator-core")]
    public double CoreDistance { get; init; } = 200;

    /// <summary>Distance over ground from that gateway to the company's site [km].</summary>
    [Unit("km", Minimum = 0, Maximum = 20_000)]
    [Figure(Mark.Chosen, "a company in the same country")]
    public double SiteDistance { get; init; } = 300;

    /// <summary>Length of fibre per distance over ground [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 5)]
    [Figure(Mark.Derived, "1.3 to 2.0 of the great circle")]
    public double RouteFactor { get; init; } = 1.5;

    /// <summary>One-way processing in core gateways and the two VPN gateways [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "as for operator-core, and as much again for encryption and decryption")]
    public Duration Processing { get; init; } = 2.Milliseconds;

    /// <summary>Mean of the random part of the one-way delay [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "half the processing")]
    public Duration Variation { get; init; } = 1.Milliseconds;

    /// <summary>Rate of the company's line, shared by all devices [bit/s].</summary>
    [Unit("bit/s", Minimum = 1e4, Maximum = 1e12)]
    [Figure(Mark.Chosen, "a usual business line")]
    public BitRate Rate { get; init; } = 100.MegabitsPerSecond;

    /// <summary>Octets that the tunnel adds to every packet [B].</summary>
    [Unit("B", Minimum = 0, Maximum = 200)]
    [Figure(
        Mark.FromMemory,
        "RFC 4303 ESP in tunnel mode with AES-GCM: IP 20, header 8, vector 8, trailer 2 and up to 3 of padding, check value 16; UDP 8 for address translation (RFC 3948)"
    )]
    public int Encapsulation { get; init; } = 64;

    /// <summary>Share of frames lost per direction [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "the tunnel runs over public transit: 0.05 to 0.5 %")]
    public double Loss { get; init; } = 0.001;

    /// <summary>Room of the queue at each end of the company's line [B].</summary>
    [Unit("B", Minimum = 1538)]
    [Figure(Mark.Chosen, "20 ms at the default rate")]
    public int Queue { get; init; } = 256_000;

    /// <summary>Share of time in which the tunnel works [1]; 1 for never down.</summary>
    [Unit("1", Minimum = 0.5, Maximum = 1)]
    [Figure(Mark.Chosen, "outages happen only where a scenario asks for them; typical are 0.995 to 0.9995")]
    public double Availability { get; init; } = 1;

    /// <summary>Mean length of an outage [s].</summary>
    [Unit("s", Minimum = 1)]
    [Figure(Mark.FromMemory, "operators' service reports: 30 min to 4 h")]
    public Duration MeanOutage { get; init; } = 1.Hours;

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("private-apn-setup", ChargeBasis.Installation), new("private-apn", ChargeBasis.Installation)];

    IReadOnlyList<Unbilled> IPriced.Unbilled =>
        [
            new("operator core", "part of an operator's network, which subscriptions pay for"),
            new("VPN gateway", "part of the private access point"),
        ];
}
