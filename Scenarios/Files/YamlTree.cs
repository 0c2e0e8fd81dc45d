using System.Text;
using YamlDotNet.Core;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Reads text into an immutable tree that knows where everything was written, and edits such trees.</summary>
/// <remarks>
/// YAML 1.2 with its traps left out: keys are plain text and come once, tags and merge keys (<c>&lt;&lt;</c>) are refused, a file is one
/// document, and what a text such as <c>no</c> or <c>1.10</c> means is decided by who reads it, never guessed. Anchors and aliases work.
/// </remarks>
public static class YamlTree
{
    /// <summary>Deepest nesting [1].</summary>
    public const int MaximumDepth = 64;

    /// <summary>Most values in a file, counted after aliases are replaced by what they stand for [1].</summary>
    public const int MaximumNodes = 200_000;

    /// <summary>Longest text [1]; as many values as are legal fit in, with room for comments.</summary>
    public const int MaximumLength = 8_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; also its name in messages.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The tree, as much of it as could be read; null where nothing could.</returns>
    public static YamlNode? Load(string path, Problems problems)
    {
        try
        {
            return Parse(Text(path), path, problems);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Error(new SourcePosition(path), "there is no such file");
        }
        catch (DecoderFallbackException)
        {
            problems.Error(new SourcePosition(path), "the file is not UTF-8 text; save it in that encoding");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Error(new SourcePosition(path), $"the file cannot be read: {exception.Message}");
        }

        return null;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The tree, as much of it as could be read; null where nothing could.</returns>
    public static YamlNode? Parse(string text, string name, Problems problems)
    {
        if (text.Length > MaximumLength)
        {
            problems.Error(
                new SourcePosition(name, 1, 1),
                $"the file is longer than {MaximumLength} characters; large tables belong into a CSV file"
            );
            return null;
        }

        try
        {
            return new TreeBuilder(text, mark => Position(name, mark), problems).Build();
        }
        catch (YamlException exception)
        {
            var place = SyntaxAdvice.TabIn(text, exception.Message) is { } line
                ? new SourcePosition(name, line, 1)
                : Position(name, exception.Start);
            problems.Error(place, SyntaxAdvice.For(text, place.Line, exception.Message));
        }
        catch (TreeException exception)
        {
            problems.Error(exception.Place, exception.Message);
        }

        return null;
    }

    /// <summary>The tree with one value replaced or added; the given one stays as it is.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="path">
    /// Keys joined by points, list items by their number from 0: <c>jobs.metering.parties.meter.count</c>, <c>hops.0.qos</c>.
    /// The last key may be new, the others must exist.
    /// </param>
    /// <param name="text">The value; <c>[a, b]</c> and <c>{a: b}</c> are a list and a mapping, anything else is plain text.</param>
    /// <param name="source">What sets it, for messages: <c>--set</c>, <c>cross</c>.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The new tree, or null where something is wrong.</returns>
    public static YamlNode? With(YamlNode root, string path, string text, string source, Problems problems) =>
        With(root, path, text, new SourcePosition($"{source} {path}"), problems);

    /// <summary>The tree with one value replaced or added by one that was written elsewhere.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="path">As above.</param>
    /// <param name="text">The value.</param>
    /// <param name="place">Where it was written.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The new tree, or null where something is wrong.</returns>
    public static YamlNode? With(YamlNode root, string path, string text, SourcePosition place, Problems problems) =>
        Value(text, place, problems) is { } value ? TreeEdit.Replace(root, path, value, place, problems) : null;

    /// <summary>The text of a file; of one that is too long, or that never ends, no more than shows it.</summary>
    private static string Text(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var text = new StringBuilder();
        var block = new char[4096];
        while (text.Length <= MaximumLength && reader.Read(block) is var read and > 0)
        {
            text.Append(block, 0, read);
        }

        return text.ToString();
    }

    private static YamlNode? Value(string text, SourcePosition place, Problems problems)
    {
        if (!text.StartsWith('[') && !text.StartsWith('{'))
        {
            return new YamlScalar(text, false, place);
        }

        try
        {
            return new TreeBuilder(text, _ => place, problems).Build();
        }
        catch (YamlException exception)
        {
            problems.Error(place, SyntaxAdvice.For(text, 1, exception.Message));
        }
        catch (TreeException exception)
        {
            problems.Error(place, exception.Message);
        }

        return null;
    }

    private static SourcePosition Position(string name, Mark mark) => new(name, checked((int)mark.Line), checked((int)mark.Column));
}
