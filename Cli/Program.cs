using System.CommandLine;
using M2mVsIoTSim.Cli.Commands;

namespace M2mVsIoTSim.Cli;

/// <summary>The command <c>m2miot</c>: one file a subcommand.</summary>
public static class Program
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 done, 1 ran but something failed, 2 the input or the command line is wrong, 130 interrupted.</returns>
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Compares M2M, IoT and hybrid architectures for the same job, under the same luck.")
        {
            RunCommand.Create(),
            CheckCommand.Create(),
            ListCommand.Create(),
            ExplainCommand.Create(),
            SchemaCommand.Create(),
            ReportCommand.Create(),
            ClaimsCommand.Create(),
            ValidateCommand.Create(),
            TraceCommand.Create(),
            CapacityCommand.Create(),
        };
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync(
                $"m2miot does nothing without a command: {string.Join(", ", root.Subcommands.Select(command => command.Name))}. "
                    + "`m2miot run --quick` is a good first one; `m2miot --help` tells what each does."
            );
            return ExitCode.WrongInput;
        }

        var parsed = root.Parse(args);
        var errors = CommandLineErrors.Of(parsed);
        if (errors.Count > 0)
        {
            foreach (var error in errors)
            {
                await Console.Error.WriteLineAsync(error);
            }

            await Console.Error.WriteLineAsync("`m2miot --help` lists the commands, `m2miot COMMAND --help` the options of one.");
            return ExitCode.WrongInput;
        }

        try
        {
            // However long it takes: what is ended while it writes leaves tables of two runs side by side.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Timeout.InfiniteTimeSpan }
            );
        }
        catch (UserException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(UnexpectedError.Message(e));
            return ExitCode.Failed;
        }
    }
}
