namespace M2mVsIoTSim.Network;

/// <summary>A credential that a technology or a protocol needs.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Of">For how many of what there is one.</param>
/// <param name="What">What it is called, with the standard that asks for it.</param>
public sealed record Credential(CredentialKind Kind, CredentialHolder Of, string What);
