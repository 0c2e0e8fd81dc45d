using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Turns parsing events into a tree.</summary>
internal sealed class TreeBuilder(string text, Func<Mark, SourcePosition> position, Problems problems)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
    private readonly Dictionary<string, Part> _anchors = new(StringComparer.Ordinal);
    private long _nodes;

    /// <summary>The tree, as much of it as could be read; null if the text is empty.</summary>
    public YamlNode? Build()
    {
        Advance();
        if (Advance() is StreamEnd)
        {
            problems.Error(position(new Mark(0, 1, 1)), "the file is empty");
            return null;
        }

        Advance();
        var root = Node(1);
        if (Advance() is DocumentStart second)
        {
            Fail(second.Start, "a second document starts here; a file holds one");
        }

        if (root.Node is YamlScalar { IsNull: true })
        {
            problems.Error(root.Node.Place, "the file is empty");
            return null;
        }

        return root.Node;
    }

    private Part Node(int depth)
    {
        var current = Current;
        Limit(depth, 1, current.Start);
        if (current is AnchorAlias alias)
        {
            return Resolve(alias, depth);
        }

        var start = current as NodeEvent ?? throw Broken(current.Start);
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
        {
            Fail(start.Start, $"tag '{start.Tag.Value}' has no meaning here; leave it out");
        }

        var part = start switch
        {
            Scalar scalar => Text(scalar),
            SequenceStart => Sequence(depth),
            _ => Mapping(depth),
        };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = part;
        }

        return part;
    }

    private Part Resolve(AnchorAlias alias, int depth)
    {
        Advance();
        if (!_anchors.TryGetValue(alias.Value.Value, out var part))
        {
            var name = alias.Value.Value;
            Fail(alias.Start, $"alias '*{name}' stands for nothing; write '&{name}' before the value it repeats, earlier in the file");
            return new Part(new YamlDoubt([], position(alias.Start)), 1, 1);
        }

        Limit(depth + part.Depth - 1, part.Size, alias.Start);
        return part;
    }

    private Part Text(Scalar scalar)
    {
        Advance();
        return new Part(new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, position(scalar.Start)), 1, 1);
    }

    private Part Sequence(int depth)
    {
        var start = Current.Start;
        Advance();
        var (items, size, deepest) = (new List<YamlNode>(), 1L, 0);
        while (Current is not SequenceEnd)
        {
            var item = Node(depth + 1);
            items.Add(item.Node);
            (size, deepest) = (size + item.Size, Math.Max(deepest, item.Depth));
        }

        Advance();
        return new Part(new YamlSequence(items, position(start)), size, deepest + 1);
    }

    private Part Mapping(int depth)
    {
        var start = Current.Start;
        Advance();
        var (entries, size, deepest) = (
            new OrderedDictionary<string, (YamlScalar Key, List<YamlNode> Values)>(StringComparer.Ordinal),
            1L,
            0
        );
        var isPatchy = false;
        while (Current is not MappingEnd)
        {
            var mark = Current.Start;
            var key = Node(depth + 1).Node;
            var value = Node(depth + 1);
            (size, deepest) = (size + 1 + value.Size, Math.Max(deepest, value.Depth));
            if (key is not YamlScalar name || WrongKey(name) is not null)
            {
                isPatchy = true;
                if (key is not YamlDoubt)
                {
                    Fail(mark, key is YamlScalar wrong ? WrongKey(wrong)! : "a key is a plain name, not a list or a mapping");
                }
            }
            else if (!entries.TryAdd(name.Text, (name, [value.Node])))
            {
                Fail(mark, $"key '{name.Text}' is given twice, first at {entries[name.Text].Key.Place}; keep one");
                entries[name.Text].Values.Add(value.Node);
            }
        }

        Advance();
        return new Part(
            new YamlMapping([.. entries.Values.Select(entry => Entry(entry.Key, entry.Values))], position(start)) { IsPatchy = isPatchy },
            size,
            deepest + 1
        );
    }

    private static YamlEntry Entry(YamlScalar key, List<YamlNode> values) =>
        new(key, values is [var only] ? only : new YamlDoubt(values, values[0].Place));

    private static string? WrongKey(YamlScalar key) =>
        key switch
        {
            { IsNull: true } => "a key is missing before ':'",
            { Text: "<<", IsQuoted: false } =>
                "merge keys ('<<') are not read; write the entries out, or repeat a whole value with '&name' and '*name'",
            _ => null,
        };

    private ParsingEvent Current => _parser.Current ?? throw new InvalidOperationException("The parser is past its end.");

    private ParsingEvent Advance()
    {
        try
        {
            _parser.MoveNext();
            return Current;
        }
        catch (Exception exception) when (exception is not YamlException)
        {
            // The parser trips over some broken texts instead of refusing them, such as an unclosed '{' before a dedent.
            throw Broken(_parser.Current?.End ?? new Mark(0, 1, 1));
        }
    }

    private TreeException Broken(Mark mark) =>
        new(position(mark), "this is not valid YAML: near here, a bracket, a quote, a comma or a colon is missing or wrong");

    private void Limit(int depth, long nodes, Mark mark)
    {
        _nodes += nodes;
        if (depth > YamlTree.MaximumDepth)
        {
            throw new TreeException(position(mark), $"values are nested more than {YamlTree.MaximumDepth} deep; no scenario needs that");
        }

        if (_nodes > YamlTree.MaximumNodes)
        {
            throw new TreeException(
                position(mark),
                $"the file has more than {YamlTree.MaximumNodes} values once aliases are replaced; large tables belong into a CSV file"
            );
        }
    }

    private void Fail(Mark mark, string problem) => problems.Error(position(mark), problem);

    private readonly record struct Part(YamlNode Node, long Size, int Depth);
}
