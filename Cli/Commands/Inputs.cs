using System.CommandLine;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary>Arguments and options that several commands share, and what they do with mistakes.</summary>
internal static class Inputs
{
    /// <summary>The scenario file.</summary>
    public static Argument<string> File() =>
        new("FILE") { Description = "The scenario file.", DefaultValueFactory = _ => "scenarios.yaml" };

    /// <summary>Names of comparisons.</summary>
    public static Option<string[]> Names() =>
        new("-s", "--comparison", "--scenario")
        {
            Description = "Names of comparisons, or patterns such as 'five-g-uplift*'; all if not given.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };

    /// <summary>Values to set.</summary>
    public static Option<string[]> Settings() =>
        new("--set")
        {
            Description = "Sets a value of the file: jobs.water-metering.area.radius='3 km'.",
            HelpName = "PATH=VALUE",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };

    /// <summary>Paths and values of settings.</summary>
    /// <exception cref="UserException">One of them has no '='.</exception>
    public static IReadOnlyList<(string Path, string Value)> Parse(string[] settings) =>
        [
            .. settings.Select(setting =>
                setting.IndexOf('=', StringComparison.Ordinal) is var at && at > 0
                    ? (setting[..at], setting[(at + 1)..])
                    : throw new UserException($"--set {setting}: expected PATH=VALUE, such as study.seed=7")
            ),
        ];

    /// <summary>Reads a study, or tells all that is wrong with it.</summary>
    /// <exception cref="UserException">Something is wrong with the input.</exception>
    public static Study Load(string file, RunRequest request)
    {
        if (Directory.Exists(file))
        {
            throw new UserException($"{file}: is a folder; name a scenario file, such as {System.IO.Path.Combine(file, "scenarios.yaml")}");
        }

        if (!System.IO.Path.Exists(file))
        {
            throw new UserException(
                $"{file}: there is no such file; name a scenario file after the command, or change to the folder that holds it"
            );
        }

        try
        {
            return Study.Load(file, request);
        }
        catch (ScenarioException e)
        {
            throw new UserException(e.Message);
        }
    }
}
