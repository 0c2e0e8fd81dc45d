using System.Runtime.CompilerServices;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M2mVsIoTSim.Tests.Kernel;

/// <summary>What the compiler refuses, tried with the compiler.</summary>
public sealed class ForeignAwaitTests
{
    /// <summary>The awaiter, a class or a structure, is not an <see cref="IProcessWait"/>.</summary>
    private static readonly string[] NotOurWait = ["CS0311", "CS0315"];

    [Test]
    public void Waiting_in_simulated_time_compiles() =>
        Assert.That(Errors("async Process Meter(Simulation simulation) => await simulation.Delay(1.Seconds);"), Is.Empty);

    [TestCase("System.Threading.Tasks.Task.Delay(1)")]
    [TestCase("System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(false)")]
    [TestCase("System.Threading.Tasks.ValueTask.FromResult(1)")]
    [TestCase("System.Threading.Tasks.Task.Yield()")]
    public void Awaiting_a_foreign_task_in_a_process_does_not_compile(string foreign) =>
        Assert.That(Errors($"async Process Meter() => await {foreign};"), Is.Not.Empty.And.SubsetOf(NotOurWait));

    [Test]
    public void Scheduling_a_process_by_hand_does_not_compile() =>
        Assert.That(
            Errors("void Plan(Simulation simulation, Process process) => simulation.After(1.Seconds, process);"),
            Is.EquivalentTo(["CS1503"])
        );

    [Test]
    public void Adding_two_points_in_time_does_not_compile() =>
        Assert.That(Errors("SimTime Sum(SimTime left, SimTime right) => left + right;"), Is.EqualTo(["CS0019"]));

    [Test]
    public void Continuing_anything_but_a_process_is_refused()
    {
        static void Continue<TWait>(TWait wait)
            where TWait : INotifyCompletion => wait.OnCompleted(() => { });

        Assert.That(
            () => Continue(new Simulation().Delay(1.Seconds)),
            Throws.InvalidOperationException.With.Message.Contains("returns Process")
        );
    }

    private static string[] Errors(string member)
    {
        var source = $"using M2mVsIoTSim.Kernel; using M2mVsIoTSim.Units; static class Snippet {{ static {member} }}";
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(source)],
            platform.Append(typeof(Simulation).Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        // Emitting, because the compiler looks at what an async method awaits only then.
        return
        [
            .. compilation.Emit(Stream.Null).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct(),
        ];
    }
}
