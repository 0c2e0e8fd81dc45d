using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Turns a documentation comment into plain text: one line a paragraph, an empty line between them, list items behind <c>- </c>.</summary>
internal static partial class DocText
{
    public static string Plain(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        var lines = text.ToString().Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        return EmptyLines().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value.ReplaceLineEndings(" "));
            }
            else if (node is XElement child)
            {
                AppendElement(text, child);
            }
        }
    }

    private static void AppendElement(StringBuilder text, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "para":
                text.Append("\n\n");
                Append(text, element);
                text.Append("\n\n");
                break;
            case "item":
                text.Append("\n- ");
                Append(text, element);
                break;
            case "term":
                Append(text, element);
                text.Append(element.ElementsAfterSelf("description").Any() ? ": " : "");
                break;
            case "list":
                Append(text, element);
                text.Append('\n');
                break;
            case "code":
                text.Append('\n').Append(element.Value.Trim('\n')).Append('\n');
                break;
            case "see" or "seealso" or "paramref" or "typeparamref" when element.IsEmpty:
                text.Append(Reference(element));
                break;
            default:
                Append(text, element);
                break;
        }
    }

    private static string Reference(XElement element) =>
        element.Attribute("cref") is { } member
            ? ShortName(member.Value)
            : (element.Attribute("name") ?? element.Attribute("langword") ?? element.Attribute("href"))?.Value ?? "";

    private static string ShortName(string id) => MemberName().Match(id).Groups[1].Value;

    [GeneratedRegex(@"([^.:`(]+)(`+[0-9]+)?(\(.*)?$")]
    private static partial Regex MemberName();

    [GeneratedRegex("[ \t]+")]
    private static partial Regex Spaces();

    [GeneratedRegex("\n{3,}")]
    private static partial Regex EmptyLines();
}
