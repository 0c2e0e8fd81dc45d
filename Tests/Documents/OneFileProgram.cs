using System.Reflection;
using System.Runtime.Loader;
using M2mVsIoTSim.Scenarios.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M2mVsIoTSim.Tests.Documents;

/// <summary>Compiles and runs programs of one file against the projects.</summary>
/// <remarks>Compiled here rather than by <c>dotnet run</c>, which would build the projects again; what starts with <c>#:</c> is for that command.</remarks>
internal static class OneFileProgram
{
    /// <summary>As the SDK adds them.</summary>
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>Runs a program to its end; the caller must not run in parallel with others.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string name, string source)
    {
        var program = Compile(name, source);
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

        return text.ToString();
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
