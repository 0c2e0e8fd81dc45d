using System.Reflection;
using System.Runtime.Loader;
using M2mVsIoTSim.Scenarios.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M2mVsIoTSim.Tests.Documents;

/// <summary>Every lesson compiles against the projects and runs to its end.</summary>
/// <remarks>Compiled here rather than by <c>dotnet run</c>, which would build the projects again; what starts with <c>#:</c> is for that command.</remarks>
[NonParallelizable]
public sealed class LessonTests
{
    /// <summary>As the SDK adds them.</summary>
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static IEnumerable<string> Lessons() => Checkout.Lessons;

    [TestCaseSource(nameof(Lessons))]
    public void A_lesson_runs(string name)
    {
        var program = Compile(name, Checkout.Read($"notebooks/{name}"));
        var (console, text) = (Console.Out, new StringWriter());
        Console.SetOut(text);
        try
        {
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(text.ToString(), Does.Contain("±"), "a lesson says how far its numbers can be trusted");
    }

    private static Assembly Compile(string name, string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("FileBasedProgram", "true")]);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var projects = new[] { typeof(Catalog), typeof(Study), typeof(Analysis.SampleStudy) }.Select(type => type.Assembly.Location);
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, options), CSharpSyntaxTree.ParseText(Usings, options)],
            platform.Concat(projects).Distinct().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        );
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.That(result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        assembly.Position = 0;
        return new AssemblyLoadContext(name).LoadFromStream(assembly);
    }
}
