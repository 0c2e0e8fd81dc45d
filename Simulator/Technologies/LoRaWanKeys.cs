namespace M2mVsIoTSim.Technologies;

/// <summary>Session keys of a LoRaWAN 1.0 activation.</summary>
/// <param name="Network">NwkSKey, 16 octets: signs frames.</param>
/// <param name="Application">AppSKey, 16 octets: encrypts payloads.</param>
public sealed record LoRaWanKeys(ReadOnlyMemory<byte> Network, ReadOnlyMemory<byte> Application);
