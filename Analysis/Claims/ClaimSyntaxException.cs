namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>A condition that cannot be read; the message says where and what would be legal.</summary>
public sealed class ClaimSyntaxException(string message) : Exception(message);
