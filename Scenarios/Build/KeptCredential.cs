using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Credentials of one kind that an architecture has.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Of">The technology or protocol that needs them, and for whom.</param>
/// <param name="What">What they are called.</param>
/// <param name="Count">How many there are [1].</param>
public sealed record KeptCredential(CredentialKind Kind, string Of, string What, double Count);
