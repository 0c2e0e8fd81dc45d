namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Where and when a study ran: <c>environment.json</c>. Kept apart, because it differs between machines.</summary>
/// <param name="Host">Name of the machine.</param>
/// <param name="OperatingSystem">Operating system and version.</param>
/// <param name="Runtime">.NET version and processor architecture.</param>
/// <param name="Processors">Number of processors [1].</param>
/// <param name="Started">When the run began.</param>
/// <param name="Finished">When it ended.</param>
/// <param name="ComputedCases">Cases that were run [1].</param>
/// <param name="ReusedCases">Cases whose earlier results were reused [1].</param>
public sealed record StudyEnvironment(
    string Host,
    string OperatingSystem,
    string Runtime,
    int Processors,
    DateTimeOffset Started,
    DateTimeOffset Finished,
    int ComputedCases,
    int ReusedCases
);
