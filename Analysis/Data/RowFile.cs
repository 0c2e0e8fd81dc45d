using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Reads and writes the tables of a result folder.</summary>
/// <remarks>
/// The same rows give the same bytes, in whatever order they come: rows are sorted, numbers are written so that they read back exactly,
/// lines end with a line feed, and no culture plays a part. A file is written under a temporary name and renamed, so that a reader never
/// meets half a file.
/// </remarks>
public static class RowFile
{
    /// <summary>Writes <paramref name="rows"/> to the file of their kind in <paramref name="directory"/>.</summary>
    /// <exception cref="ResultFormatException">Two rows describe the same thing, or a row is wrong in itself.</exception>
    public static void WriteTo<T>(string directory, IEnumerable<T> rows)
        where T : IRow<T> => Write(Path.Combine(directory, T.FileName), rows);

    /// <summary>Writes <paramref name="rows"/> to <paramref name="path"/>.</summary>
    /// <exception cref="ResultFormatException">Two rows describe the same thing, or a row is wrong in itself.</exception>
    public static void Write<T>(string path, IEnumerable<T> rows)
        where T : IRow<T>
    {
        var sorted = Sorted(path, rows);
        var temporary = path + ".tmp";
        using (var csv = CsvWriter.ToFile(temporary, new CsvWriterOptions { NewLine = "\n" }))
            csv.WriteRecords(sorted);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The text that <see cref="Write{T}"/> would put into a file.</summary>
    /// <exception cref="ResultFormatException">Two rows describe the same thing, or a row is wrong in itself.</exception>
    public static string ToText<T>(IEnumerable<T> rows)
        where T : IRow<T>
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
            csv.WriteRecords(Sorted(T.FileName, rows));
        return text.ToString();
    }

    /// <summary>Reads the file of rows of type <typeparamref name="T"/> in <paramref name="directory"/>.</summary>
    /// <exception cref="ResultFormatException">The file is missing, or a row cannot be read or is wrong in itself.</exception>
    public static IReadOnlyList<T> ReadFrom<T>(string directory)
        where T : IRow<T> => Read<T>(Path.Combine(directory, T.FileName));

    /// <summary>Reads the rows in <paramref name="path"/>, in the order of the file.</summary>
    /// <exception cref="ResultFormatException">The file is missing, or a row cannot be read or is wrong in itself.</exception>
    public static IReadOnlyList<T> Read<T>(string path)
        where T : IRow<T>
    {
        if (!File.Exists(path))
            throw new ResultFormatException($"{path}: there is no such file; `m2miot run` writes it.");
        var options = new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
        };
        try
        {
            using var csv = CsvReader.FromFile(path, options);
            List<T> rows = [];
            foreach (var row in csv.GetRecords<T>())
            {
                if (row.Problem is { } problem)
                    throw new ResultFormatException($"{path}:{csv.LineNumber}: {problem}.");
                rows.Add(row);
            }
            return rows;
        }
        catch (CsvFormatException e)
        {
            throw new ResultFormatException($"{path}: {e.Message}", e);
        }
        catch (KeyNotFoundException e)
        {
            throw new ResultFormatException($"{path}: {e.Message}", e);
        }
    }

    private static List<T> Sorted<T>(string path, IEnumerable<T> rows)
        where T : IRow<T>
    {
        List<T> sorted = [.. rows];
        sorted.Sort(T.Compare);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Problem is { } problem)
                throw new ResultFormatException($"{path}: {problem}, in {sorted[i]}.");
            if (i > 0 && T.Compare(sorted[i - 1], sorted[i]) == 0)
                throw new ResultFormatException($"{path}: two rows describe the same thing: {sorted[i - 1]} and {sorted[i]}.");
        }
        return sorted;
    }
}
