using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Files of the source tree that tests read where they stand.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The scenario that comes with the program.</summary>
    public static string Shipped => Path.Combine(Root, "scenarios.yaml");

    /// <summary>Names of the scenario files of a folder of tests, without extension, in order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "Tests", "Scenarios", folder), "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    /// <summary>A file of a folder of tests.</summary>
    public static string PathOf(string folder, string file) => Path.Combine(Root, "Tests", "Scenarios", folder, file);

    /// <summary>The messages that a malformed file must give; <c>{technologies}</c>, <c>{protocols}</c>, <c>{platforms}</c>, <c>{metrics}</c>, <c>{followers}</c>, <c>{devices}</c> and <c>{applications}</c> stand for lists that grow.</summary>
    public static string MessagesAbout(string name) =>
        File.ReadAllText(PathOf("Malformed", $"{name}.txt"))
            .Replace("{technologies}", Spelling.List([.. Catalog.Technologies.Select(entry => entry.Name)]), StringComparison.Ordinal)
            .Replace("{protocols}", Spelling.List([.. Catalog.Protocols.Select(entry => entry.Name)]), StringComparison.Ordinal)
            .Replace("{platforms}", Spelling.List([.. Catalog.Platforms.Select(entry => entry.Name)]), StringComparison.Ordinal)
            .Replace("{devices}", Spelling.List([.. Library.Shipped.Devices.Keys]), StringComparison.Ordinal)
            .Replace("{applications}", Spelling.List([.. ApplicationLibrary.Shipped.Jobs.Keys]), StringComparison.Ordinal)
            .Replace("{followers}", string.Join(", ", MovementChecker.Followers), StringComparison.Ordinal)
            .Replace(
                "{metrics}",
                Spelling.List([
                    .. MetricTable
                        .All.Where(metric => metric.Family != MetricFamily.Diagnostic && !metric.Name.EndsWith(':'))
                        .Select(metric => metric.Name),
                ]),
                StringComparison.Ordinal
            );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "M2mVsIoTSim.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("These tests run within the source tree.");
        }

        return folder.FullName;
    }
}
