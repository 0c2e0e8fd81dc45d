namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Finds what a user probably meant.</summary>
public static class Spelling
{
    /// <summary>Names listed in a message before it is cut.</summary>
    private const int ListedNames = 30;

    /// <summary>Names suggested at once.</summary>
    private const int SuggestedNames = 3;

    /// <summary>Names that a word is compared with; a file with more would take long to refuse.</summary>
    private const int ComparedNames = 1000;

    /// <summary>Shortest part of a name that tells what is meant.</summary>
    private const int ShortestPart = 3;

    /// <summary>Longest word that is compared with names, and shown whole; a longer one is no misspelt name.</summary>
    private const int LongestWord = 100;

    /// <summary>Words that others use for what has another name here.</summary>
    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["type"] = "kind",
        ["number"] = "count",
        ["period"] = "every",
        ["interval"] = "every",
        ["deadline"] = "within",
        ["payload"] = "carries",
        ["size"] = "carries",
        ["protocol"] = "speaks",
        ["technology"] = "over",
    };

    /// <summary>A sentence about an unknown name: <c>unknown key 'parites'; did you mean 'parties'? Legal here: area, parties</c>.</summary>
    /// <param name="kind">What it should be: <c>key</c>, <c>technology</c>.</param>
    /// <param name="word">What was written.</param>
    /// <param name="legal">What may be written.</param>
    public static string Unknown(string kind, string word, IEnumerable<string> legal)
    {
        var names = legal.ToList();
        var written = word.Length <= LongestWord ? word : $"{word[..LongestWord]}…";
        var hint = Suggestions(word, names) switch
        {
            [] => ".",
            [var only] => $"; did you mean '{only}'?",
            [.., var last] several => $"; did you mean '{string.Join("', '", several.SkipLast(1))}' or '{last}'?",
        };
        return names.Count == 0
            ? $"unknown {kind} '{written}'; none are legal here"
            : $"unknown {kind} '{written}'{hint} Legal here: {List(names)}";
    }

    /// <summary>What a user may have meant: the nearest name, or else another word for it, or else those that begin with the word or hold it, or else the longest that it holds.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="names">What may be written.</param>
    public static IReadOnlyList<string> Suggestions(string word, IReadOnlyCollection<string> names)
    {
        if (Nearest(word, names) is { } nearest)
        {
            return [nearest];
        }

        if (OtherWords.TryGetValue(word, out var other) && names.Contains(other))
        {
            return [other];
        }

        if (word.Length is < ShortestPart or > LongestWord)
        {
            return [];
        }

        var longer = names
            .Where(name => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Take(SuggestedNames)
            .ToList();
        return longer.Count > 0
            ? longer
            :
            [
                .. names
                    .Where(name => name.Length >= ShortestPart && word.Contains(name, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(name => name.Length)
                    .Take(1),
            ];
    }

    /// <summary>The names with commas; a long list is cut and its length told.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        names.Count <= ListedNames
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(ListedNames))}, and {names.Count - ListedNames} more";

    /// <summary>The name nearest to <paramref name="word"/>, the longest of equals; null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> names)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        // A third of the letters may be wrong; one always may, so that 'mn' finds 'min'.
        var (best, bestDistance) = ((string?)null, Math.Max(1, word.Length / 3) + 1);
        foreach (var name in names.Take(ComparedNames))
        {
            if (Math.Abs(name.Length - word.Length) > bestDistance)
            {
                continue;
            }

            // Wrong capitals alone are the nearest miss of all.
            var distance = string.Equals(name, word, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(word, name);
            var isNearer = distance < bestDistance || (distance == bestDistance && name.Length > best?.Length);
            if (isNearer && distance < Math.Max(name.Length, word.Length))
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours from one word to the other [1].</summary>
    /// <remarks>Damerau–Levenshtein in its restricted form (optimal string alignment): no part is edited twice.</remarks>
    public static int Distance(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            table[row, 0] = row;
        }

        for (var column = 0; column <= to.Length; column++)
        {
            table[0, column] = column;
        }

        for (var row = 1; row <= from.Length; row++)
        {
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = table[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(table[row - 1, column], table[row, column - 1]) + 1);
                var isSwap = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
                table[row, column] = isSwap ? Math.Min(best, table[row - 2, column - 2] + 1) : best;
            }
        }

        return table[from.Length, to.Length];
    }
}
