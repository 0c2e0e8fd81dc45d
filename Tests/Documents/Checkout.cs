namespace M2mVsIoTSim.Tests.Documents;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The pages that a reader meets.</summary>
    public static IEnumerable<string> Pages { get; } =
    [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "DESIGN.md",
        "docs/scenario-file.md",
        "docs/your-own-job.md",
        "docs/results.md",
        "docs/validation.md",
        "docs/porting.md",
        "notebooks/README.md",
    ];

    /// <summary>The lessons.</summary>
    public static IEnumerable<string> Lessons =>
        Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.cs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>Where a file is.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException($"No working copy above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder.FullName, "M2mVsIoTSim.sln")) ? folder.FullName
        : Find(folder.Parent);
}
