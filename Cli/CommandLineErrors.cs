using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Cli;

/// <summary>What is wrong with a command line, with the nearest legal name for a typo.</summary>
internal static partial class CommandLineErrors
{
    /// <summary>The messages; empty if nothing is wrong.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        // The parser takes an unknown option for the value of an argument, and what follows it for one value too many.
        var command = parsed.CommandResult.Command;
        List<string> unknown = [.. UnknownOptions(parsed).Select(option => Spelling.Unknown("option", option, OptionsOf(command)))];
        if (unknown.Count > 0)
        {
            return unknown;
        }

        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var name, ..])
        {
            return [Spelling.Unknown("command", name, command.Subcommands.Select(sub => sub.Name))];
        }

        return [.. parsed.Errors.Select(error => NotANumber().Replace(error.Message, "$2 $1: expected a whole number such as 7"))];
    }

    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && Option().IsMatch(token.Value))
            .Select(token => token.Value);

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.Select(option =>
            option.Aliases.Prepend(option.Name).First(name => name.StartsWith("--") || option.Aliases.Count == 0)
        );

    // The parser names the type of the program; all that has such a type is a whole number.
    [GeneratedRegex("^Cannot parse argument '(.*)' for option '(.*)' as expected type '.*'\\.$")]
    private static partial Regex NotANumber();

    [GeneratedRegex("^--?[A-Za-z]")]
    private static partial Regex Option();
}
