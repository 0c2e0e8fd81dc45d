namespace M2mVsIoTSim.Protocols;

/// <summary>A record of a DTLS handshake.</summary>
/// <param name="Length">With its header, and its tag where it is encrypted [B].</param>
/// <param name="Split">Octets that a further fragment of it takes: another record header, handshake header and tag [B].</param>
public readonly record struct DtlsRecord(int Length, int Split);
