namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>A published reference that our models are not held against, although they could seem to be meant.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Source">The publication, with its mark.</param>
/// <param name="Figures">What it says, as far as it is known to us.</param>
/// <param name="Cause">Why a comparison would show nothing.</param>
public sealed record UncomparedReference(string Title, string Source, IReadOnlyList<string> Figures, string Cause);
