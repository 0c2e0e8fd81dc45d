using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>The finished cases of a result folder, one file each.</summary>
/// <remarks>A file is written under a temporary name and renamed: whoever finds a case finds the whole of it, also after a kill.</remarks>
/// <param name="directory">The result folder.</param>
public sealed class CaseStore(string directory)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // One-file programs switch reflection off by default; a lesson must read and write results all the same.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The finished case of an id, if its key is still the same; null otherwise.</summary>
    public CaseResult? Find(string id, string key)
    {
        var path = PathOf(id);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(path);
            var found = JsonSerializer.Deserialize<CaseResult>(file, Options);
            return found?.Key == key && found.Id == id ? found : null;
        }
        catch (JsonException)
        {
            // Written by another version or damaged: run the case again.
            return null;
        }
    }

    /// <summary>Keeps a finished case.</summary>
    public void Keep(CaseResult result)
    {
        var path = PathOf(result.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (var file = File.Create(temporary))
        {
            JsonSerializer.Serialize(file, result, Options);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string id) => Path.Combine([directory, "cases", .. id.Split('/').Select(FileName)]) + ".json";

    /// <summary>Values of a sweep may hold characters that a file name must not.</summary>
    private static string FileName(string part) =>
        part.Length == 0
            ? "-"
            : string.Concat(
                part.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '=' or ',' ? $"{c}" : $"%{(int)c:x2}")
            );
}
