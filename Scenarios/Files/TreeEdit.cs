using System.Globalization;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Replaces one value of a tree.</summary>
/// <remarks>Where the way leads into something that has been found wrong, the tree stays as it is: that it leads nowhere is no other mistake.</remarks>
internal static class TreeEdit
{
    /// <summary>Places of the same name that are told [1]; more are no help.</summary>
    private const int MostWays = 3;

    /// <summary>The new tree, or null and a problem where the path leads nowhere.</summary>
    public static YamlNode? Replace(YamlNode root, string path, YamlNode value, SourcePosition place, Problems problems)
    {
        var segments = path.Split('.');
        if (segments.Any(segment => segment.Length == 0))
        {
            problems.Error(place, $"'{path}' is not a path; a path is names joined by points, such as 'study.seed'");
            return null;
        }

        return Within(root, segments, value, place, problems);
    }

    private static YamlNode? Within(YamlNode node, ReadOnlySpan<string> path, YamlNode value, SourcePosition place, Problems problems)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        switch (node)
        {
            case YamlMapping mapping:
                return InMapping(mapping, path, value, place, problems);
            case YamlDoubt:
            case var _ when problems.Has(node.Place):
                return node;
            case YamlSequence sequence:
                return InSequence(sequence, path, value, place, problems);
            default:
                problems.Error(place, $"there is nothing called '{path[0]}' inside of the value {node.Describe()} at {node.Place}");
                return null;
        }
    }

    private static YamlMapping? InMapping(
        YamlMapping mapping,
        ReadOnlySpan<string> path,
        YamlNode value,
        SourcePosition place,
        Problems problems
    )
    {
        // Names may contain points themselves: the longest key that fits is meant.
        for (var length = path.Length; length > 0; length--)
        {
            var key = string.Join('.', path[..length]!);
            var index = mapping.Entries.ToList().FindIndex(entry => entry.Key.Text == key);
            if (index >= 0)
            {
                var old = mapping.Entries[index];
                var changed = Within(old.Value, path[length..], value, place, problems);
                return changed is null ? null : mapping.With(Swap(mapping.Entries, index, old with { Value = changed }));
            }
        }

        if (path.Length > 1 && mapping.IsPatchy)
        {
            return mapping;
        }

        if (path.Length > 1)
        {
            problems.Error(place, Spelling.Unknown("name", path[0], mapping.Keys) + Elsewhere(mapping, path));
            return null;
        }

        return mapping.With([.. mapping.Entries, new YamlEntry(new YamlScalar(path[0], false, place), value)]);
    }

    /// <summary>Where the name stands further down, as advice; nothing where a name here is near to it, or where there are many such places.</summary>
    private static string Elsewhere(YamlMapping mapping, ReadOnlySpan<string> path)
    {
        var name = path[0];
        var rest = string.Join('.', path[1..]!);
        var ways = Spelling.Suggestions(name, [.. mapping.Keys]).Count > 0 ? [] : Ways(mapping, name, "").Take(MostWays + 1).ToList();
        return ways.Count is 0 or > MostWays ? "" : $"; '{name}' stands in {Spelling.List([.. ways.Select(way => $"{way}.{rest}")])}";
    }

    private static IEnumerable<string> Ways(YamlNode node, string name, string way) =>
        node is YamlMapping mapping
            ? mapping.Entries.SelectMany(entry =>
                entry.Key.Text == name ? [$"{way}{name}"] : Ways(entry.Value, name, $"{way}{entry.Key.Text}.")
            )
            : [];

    private static YamlSequence? InSequence(
        YamlSequence sequence,
        ReadOnlySpan<string> path,
        YamlNode value,
        SourcePosition place,
        Problems problems
    )
    {
        if (!int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= sequence.Items.Count)
        {
            var legal = sequence.Items.Count == 0 ? "it is empty" : $"its items are 0 to {sequence.Items.Count - 1}";
            problems.Error(place, $"the list at {sequence.Place} has no item '{path[0]}'; {legal}");
            return null;
        }

        var changed = Within(sequence.Items[index], path[1..], value, place, problems);
        return changed is null ? null : new YamlSequence(Swap(sequence.Items, index, changed), sequence.Place);
    }

    private static T[] Swap<T>(IReadOnlyList<T> items, int index, T item)
    {
        var changed = items.ToArray();
        changed[index] = item;
        return changed;
    }
}
