using System.Globalization;

namespace M2mVsIoTSim.Tests;

/// <summary>Reference data that tests compare with: comma-separated, comment lines begin with #, the first other line names the columns.</summary>
internal static class DataFile
{
    public static IEnumerable<Row> Rows(string name)
    {
        using var stream =
            typeof(DataFile).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"No reference data '{name}'.");
        using var reader = new StreamReader(stream);
        string[]? header = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            var cells = line.Split(',');
            if (header is null)
            {
                header = cells;
            }
            else
            {
                yield return new Row(header, cells);
            }
        }
    }

    public sealed class Row(string[] header, string[] cells)
    {
        public string this[string column] => cells[Array.IndexOf(header, column)];

        public int Whole(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

        public double Number(string column) => double.Parse(this[column], CultureInfo.InvariantCulture);

        public decimal Exact(string column) => decimal.Parse(this[column], CultureInfo.InvariantCulture);

        public override string ToString() => string.Join(' ', cells);
    }
}
