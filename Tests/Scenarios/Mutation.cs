namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Damages texts, the same way for the same number.</summary>
internal static class Mutation
{
    private static readonly string[] Foreign =
    [
        "\0",
        "\u0001",
        "\u0007",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\ufffe",
        "\ud83d",
        "\udc00",
        "é",
        "漢",
        "😀",
        "\t",
        "\r",
        "\r\n",
        "&a ",
        "*a",
        "<<: *a",
        "!x ",
        "$",
        "$access",
        "? ",
        "- ",
        ": ",
        ", ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "|",
        ">",
        "%",
        "@",
        "`",
        "#",
        "---\n",
        "...\n",
        "~",
        "null",
        "-1",
        "0",
        "1e308",
        "99999999999999999999",
        "auto",
        ">= 98 %",
        "2147483647",
        "-2147483648",
        "1e-300 s",
        "292 years",
        "0.0000000001 m",
        "true",
    ];

    public static string Of(string text, string[] others, int number)
    {
        var random = new Random(number);
        // Most files have one mistake, few have many.
        for (var left = 1 + random.Next(2) * random.Next(6); left > 0 && text.Length > 1; left--)
        {
            text = One(text, others, random);
        }

        return text;
    }

    private static string One(string text, string[] others, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(12) switch
        {
            0 => $"{text[..at]}{(char)(text[at] ^ (1 << random.Next(8)))}{text[(at + 1)..]}",
            1 => text.Remove(at, length),
            2 => text.Insert(at, Foreign[random.Next(Foreign.Length)]),
            3 => text[..at],
            4 => text[at..],
            5 => Tokens(text, tokens => tokens[random.Next(tokens.Length)] = Foreign[random.Next(Foreign.Length)]),
            6 => Tokens(text, tokens => Swap(tokens, random)),
            7 => Tokens(text, tokens => tokens[random.Next(tokens.Length)] = tokens[random.Next(tokens.Length)]),
            8 => Lines(text, lines => lines.RemoveAt(random.Next(lines.Count))),
            9 => Lines(text, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)])),
            10 => Lines(text, lines => Indent(lines, random)),
            _ => Lines(text, lines => lines.Insert(random.Next(lines.Count), Line(others[random.Next(others.Length)], random))),
        };
    }

    private static string Line(string text, Random random)
    {
        var lines = text.Split('\n');
        return lines[random.Next(lines.Length)];
    }

    private static void Indent(List<string> lines, Random random)
    {
        var line = random.Next(lines.Count);
        lines[line] = random.Next(3) switch
        {
            0 => " " + lines[line],
            1 => "  " + lines[line],
            _ => lines[line].StartsWith(' ') ? lines[line][1..] : "\t" + lines[line],
        };
    }

    private static void Swap(string[] tokens, Random random)
    {
        var (one, other) = (random.Next(tokens.Length), random.Next(tokens.Length));
        (tokens[one], tokens[other]) = (tokens[other], tokens[one]);
    }

    private static string Tokens(string text, Action<string[]> change)
    {
        var tokens = text.Split(' ');
        change(tokens);
        return string.Join(' ', tokens);
    }

    private static string Lines(string text, Action<List<string>> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines);
        return string.Join('\n', lines);
    }
}
