using System.Text;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Breaks sentences into lines for a terminal.</summary>
internal static class WrappedText
{
    /// <summary>Characters in a line [1]; a choice that fits most terminals.</summary>
    private const int Width = 110;

    /// <summary>A paragraph after a mark; its further lines are indented by as much.</summary>
    public static string Paragraph(string mark, string text)
    {
        var result = new StringBuilder(mark);
        var column = mark.Length;
        var isFirst = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFirst && column + 1 + word.Length > Width)
            {
                result.Append('\n').Append(' ', mark.Length);
                column = mark.Length;
            }
            else if (!isFirst)
            {
                result.Append(' ');
                column++;
            }
            result.Append(word);
            column += word.Length;
            isFirst = false;
        }
        return result.Append('\n').ToString();
    }
}
