using System.CommandLine;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot schema</c>: JSON Schema of the scenario file.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("-o", "--output") { Description = "File to write; stdout if not given.", HelpName = "FILE" };
        var command = new Command("schema", "Writes the JSON Schema of the scenario file, for completion in editors.") { output };
        command.SetAction(parsed =>
        {
            var text = ScenarioSchema.Text();
            if (parsed.GetValue(output) is not { } path)
            {
                Console.Write(text);
                return ExitCode.Done;
            }

            try
            {
                File.WriteAllText(path, text);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UserException(
                    $"{path}: the schema cannot be written there ({e.Message.TrimEnd('.')}); choose another file with -o"
                );
            }

            return ExitCode.Done;
        });
        return command;
    }
}
