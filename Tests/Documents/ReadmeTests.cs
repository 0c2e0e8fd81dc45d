using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Tests.Documents;

/// <summary>The program in the README compiles and runs as it stands there.</summary>
[NonParallelizable]
public sealed partial class ReadmeTests
{
    [Test]
    public void The_program_in_the_readme_runs()
    {
        var source = Program().Match(Checkout.Read("README.md")).Groups[1].Value;
        var folder = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(Checkout.Root);
        try
        {
            Assert.That(OneFileProgram.Run("readme", source), Does.Match("^direct: 0.9\\d\\d ± 0.0\\d\\d s; mediated is -?0.000 s slower"));
        }
        finally
        {
            Directory.SetCurrentDirectory(folder);
        }
    }

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Program();
}
