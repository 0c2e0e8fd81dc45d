namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>Rows that hold a model against one reference.</summary>
/// <param name="Name">What <c>m2miot validate NAME</c> runs: kebab case, unique.</param>
/// <param name="Title">Heading on the page.</param>
/// <param name="Source">The theory, publication or simulator, with its mark.</param>
/// <param name="Conditions">How model and reference were set up, and what a reader must know to believe the rows.</param>
/// <param name="Models">Catalogue names of the models that it validates; empty for the kernel and media.</param>
/// <param name="Rows">The expectations.</param>
public sealed record ValidationSuite(
    string Name,
    string Title,
    string Source,
    string Conditions,
    IReadOnlyList<string> Models,
    IReadOnlyList<ValidationRow> Rows
);
