using System.Globalization;

namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>Published figures that models are compared with: comma-separated, comment lines begin with #, the first other line names the columns.</summary>
public static class ReferenceData
{
    /// <summary>The rows of a file of <c>Scenarios/Validation/Data</c>.</summary>
    /// <param name="name">Such as <c>lora-time-on-air.csv</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<Row> Rows(string name)
    {
        using var stream =
            typeof(ReferenceData).Assembly.GetManifestResourceStream($"Validation.{name}")
            ?? throw new FileNotFoundException($"No reference data '{name}'.");
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

    /// <summary>One row, by the names of its columns.</summary>
    public sealed class Row(string[] header, string[] cells)
    {
        /// <summary>A cell as it is written.</summary>
        public string this[string column] => cells[Array.IndexOf(header, column)];

        /// <summary>A whole number.</summary>
        public int Whole(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

        /// <summary>A number.</summary>
        public double Number(string column) => double.Parse(this[column], CultureInfo.InvariantCulture);

        /// <summary>A decimal number, exact.</summary>
        public decimal Exact(string column) => decimal.Parse(this[column], CultureInfo.InvariantCulture);

        /// <inheritdoc/>
        public override string ToString() => string.Join(' ', cells);
    }
}
