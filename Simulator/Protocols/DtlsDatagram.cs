namespace M2mVsIoTSim.Protocols;

/// <summary>A datagram of a flight of a DTLS handshake.</summary>
/// <param name="handshake">What the octets are.</param>
/// <param name="number">Number of the handshake between the two ends.</param>
/// <param name="flight">Number of the flight.</param>
/// <param name="part">Which of its datagrams.</param>
internal sealed class DtlsDatagram(DtlsHandshake handshake, int number, int flight, int part) : Datagram
{
    public DtlsHandshake Handshake { get; } = handshake;

    public int Number { get; } = number;

    public int Flight { get; } = flight;

    public int Part { get; } = part;

    public override int ContentLength => Handshake.Datagrams[Flight][Part];

    /// <inheritdoc/>
    public override string Summary => $"DTLS handshake, flight {Flight + 1}";

    protected override void WriteContent(Span<byte> destination) =>
        DtlsEnd.WriteRecord(DtlsEnd.Handshake, destination[..ContentLength], ContentLength);
}
