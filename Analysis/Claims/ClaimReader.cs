using System.Globalization;
using System.Text.RegularExpressions;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>Reads a condition word by word.</summary>
internal sealed partial class ClaimReader(string text)
{
    private readonly Match[] _words = [.. Word().Matches(text).Cast<Match>()];
    private int _at;

    private string Next => _at < _words.Length ? _words[_at].Value : "";

    public ClaimCondition Read()
    {
        List<ClaimPart> parts = [Part()];
        var joint = Next;
        while (joint.Length > 0 && Next == joint && joint is "and" or "or")
        {
            _at++;
            parts.Add(Part());
        }

        return Next.Length == 0 ? new ClaimCondition(parts, joint == "or")
            : Next is "and" or "or"
                ? throw new ClaimSyntaxException("it mixes 'and' and 'or', which could be read in two ways; say one of them throughout")
            : throw Wrong("'and', 'or' or the end");
    }

    private ClaimPart Part()
    {
        List<ClaimTerm> terms = [];
        var constant = Sum(terms, 1);
        var relation = Next switch
        {
            "<" => ClaimRelation.Below,
            ">" => ClaimRelation.Above,
            "=" => ClaimRelation.Equal,
            _ => throw Wrong("'<', '>' or '='"),
        };
        _at++;
        constant += Sum(terms, -1);
        return terms.Count == 0
            ? throw new ClaimSyntaxException("a condition must ask for a metric, as in delivery(direct, reading)")
            : new ClaimPart(terms, constant, relation);
    }

    private double Sum(List<ClaimTerm> terms, double sign)
    {
        var constant = Term(terms, sign);
        while (Next is "+" or "-")
        {
            var next = Next == "-" ? -sign : sign;
            _at++;
            constant += Term(terms, next);
        }

        return constant;
    }

    /// <summary>Reads a term; what is only a number is given back.</summary>
    private double Term(List<ClaimTerm> terms, double sign)
    {
        if (double.TryParse(Next, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            _at++;
            if (Next == "%")
            {
                _at++;
                return sign * number / 100;
            }

            if (Next != "x")
                return sign * number;
            _at++;
            sign *= number;
        }

        var metric = Name("a metric, such as latency-p95");
        Take("(");
        var architecture = Name("an architecture");
        var about = "";
        if (Next == ",")
        {
            _at++;
            about = Name("a relation or a party");
        }

        Take(")");
        terms.Add(new ClaimTerm(sign, metric, architecture, about, Next == "at" ? At() : []));
        return 0;
    }

    private List<(string, string)> At()
    {
        _at++;
        var braces = Next;
        if (!braces.StartsWith('{'))
            throw Wrong("{factor=value}");
        List<(string, string)> values = [];
        foreach (var pair in braces[1..^1].Split(','))
        {
            if (pair.Split('=') is not [var factor, var value] || factor.Trim().Length == 0 || value.Trim().Length == 0)
                throw Wrong("{factor=value}, with commas between several");
            values.Add((factor.Trim(), value.Trim()));
        }

        _at++;
        return values;
    }

    private string Name(string what)
    {
        if (Next.Length == 0 || !char.IsLetter(Next[0]))
            throw Wrong(what);
        return _words[_at++].Value;
    }

    private void Take(string sign)
    {
        if (Next != sign)
            throw Wrong($"'{sign}'");
        _at++;
    }

    private ClaimSyntaxException Wrong(string expected) =>
        new(
            Next.Length == 0
                ? $"it ends where {expected} was expected"
                : $"'{Next}' stands at character {_words[_at].Index + 1} where {expected} was expected"
        );

    [GeneratedRegex(@"\{[^}]*\}|[A-Za-z][A-Za-z0-9._-]*|[0-9]+(\.[0-9]+)?|\S")]
    private static partial Regex Word();
}
