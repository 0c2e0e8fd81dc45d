using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;
using NetArchTest.Rules;

namespace M2mVsIoTSim.Tests.Architecture;

public sealed class WhoMayUseWhom
{
    private const string Root = "M2mVsIoTSim";

    private static readonly string[] Folders =
    [
        "Kernel",
        "Units",
        "Radio",
        "Network",
        "Media",
        "Technologies",
        "Protocols",
        "Platform",
        "Traffic",
        "Energy",
        "Probes",
        "Mobility",
        "Detection",
    ];

    [TestCase("Units", "")]
    [TestCase("Kernel", "Units")]
    [TestCase("Radio", "Units")]
    [TestCase("Network", "Kernel Units")]
    [TestCase("Traffic", "Network Kernel Units")]
    [TestCase("Energy", "Network Kernel Units")]
    [TestCase("Probes", "Network Kernel Units")]
    [TestCase("Mobility", "Network Kernel Units")]
    [TestCase("Detection", "Network Kernel Units Traffic")]
    [TestCase("Media", "Network Kernel Units Radio")]
    [TestCase("Protocols", "Network Kernel Units Radio")]
    [TestCase("Technologies", "Network Kernel Units Radio Media Energy")]
    [TestCase("Platform", "Network Kernel Units Protocols Technologies")]
    public void A_folder_of_the_simulator_uses_only_what_it_may(string folder, string may)
    {
        var others = Folders.Except([folder, .. may.Split(' ')]).Select(other => $"{Root}.{other}").ToArray();

        var result = Types
            .InAssembly(typeof(Catalog).Assembly)
            .That()
            .ResideInNamespaceStartingWith($"{Root}.{folder}")
            .ShouldNot()
            .HaveDependencyOnAny(others)
            .GetResult();

        Assert.That(
            result.FailingTypeNames ?? [],
            Is.Empty,
            $"{folder} may use {(may.Length == 0 ? "nothing" : may)} only. Move what is shared into Network as a small contract, or the work to Technologies, which combines the others."
        );
    }

    [Test]
    public void Nobody_inside_the_simulator_asks_the_catalogue()
    {
        var result = Types
            .InAssembly(typeof(Catalog).Assembly)
            .That()
            .DoNotHaveName("Catalog")
            .ShouldNot()
            .HaveDependencyOn($"{Root}.Catalog")
            .GetResult();

        Assert.That(
            (result.FailingTypeNames ?? []).Where(name => !name.Contains("CatalogEntry")),
            Is.Empty,
            "Take what you need as a constructor parameter; the catalogue is for readers."
        );
    }

    [Test]
    public void Analysis_knows_result_files_and_not_the_simulator() =>
        Assert.That(
            References(typeof(RunRow)),
            Has.None.StartsWith($"{Root}.Simulator").And.None.StartsWith($"{Root}.Scenarios"),
            "Put what Analysis needs to know into a result file."
        );

    [Test]
    public void The_simulator_uses_no_package() =>
        Assert.That(
            References(typeof(Catalog)).Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            Is.Empty,
            "Formulas stay testable and fast without packages; a numerics library would be the one exception."
        );

    [Test]
    public void Yaml_is_read_in_one_folder_only() => OnlyIn(typeof(Study), $"{Root}.Scenarios.Files", "YamlDotNet");

    [Test]
    public void Figures_are_drawn_in_one_folder_only() => OnlyIn(typeof(RunRow), $"{Root}.Analysis.Figures", "ScottPlot");

    [Test]
    public void Machines_learn_in_one_folder_only()
    {
        OnlyIn(typeof(RunRow), $"{Root}.Analysis.Learning", "Microsoft.ML");
        Assert.That(
            References(typeof(Study)),
            Has.None.StartsWith("Microsoft.ML"),
            "Scenarios gets weights from Analysis.Learning; call what is there."
        );
    }

    private static void OnlyIn(Type assemblyOf, string folder, string package)
    {
        var result = Types
            .InAssembly(assemblyOf.Assembly)
            .That()
            .DoNotResideInNamespaceStartingWith(folder)
            .ShouldNot()
            .HaveDependencyOn(package)
            .GetResult();

        Assert.That(result.FailingTypeNames ?? [], Is.Empty, $"{package} is used in {folder} only; call what is there.");
    }

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
