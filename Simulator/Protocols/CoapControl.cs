namespace M2mVsIoTSim.Protocols;

/// <summary>A request that carries no message of a relation: a registration, an update, a ping.</summary>
/// <param name="Purpose">What it is for, in the words of the session.</param>
/// <param name="Code">Its method; <see cref="CoapCode.Empty"/> for a ping.</param>
/// <param name="Options">In ascending order.</param>
/// <param name="Payload">Octets of its payload.</param>
/// <param name="Token">Its token; null for a new one.</param>
internal sealed record CoapControl(
    int Purpose,
    byte Code,
    IReadOnlyList<CoapOption> Options,
    ReadOnlyMemory<byte> Payload = default,
    ulong? Token = null
);

/// <summary>The answer to such a request.</summary>
/// <param name="Code">Of the response.</param>
/// <param name="Options">In ascending order.</param>
/// <param name="Payload">Octets of its payload [B].</param>
internal readonly record struct CoapAnswer(byte Code, IReadOnlyList<CoapOption> Options, int Payload = 0);
