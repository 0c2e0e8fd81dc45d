using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Reads and writes <c>manifest.json</c> and <c>environment.json</c>.</summary>
public static class JsonFile
{
    /// <summary>Name of the file that holds a <see cref="StudyManifest"/>.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>Name of the file that holds a <see cref="StudyEnvironment"/>.</summary>
    public const string Environment = "environment.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // One-file programs switch reflection off by default; a lesson must read and write results all the same.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Writes the manifest into a result folder.</summary>
    public static void Write(string directory, StudyManifest manifest) => Write(directory, Manifest, manifest);

    /// <summary>Writes the environment into a result folder.</summary>
    public static void Write(string directory, StudyEnvironment environment) => Write(directory, Environment, environment);

    /// <summary>Reads the manifest of a result folder.</summary>
    /// <exception cref="ResultFormatException">The file is missing or is not a manifest.</exception>
    public static StudyManifest ReadManifest(string directory) =>
        !Directory.Exists(directory)
            ? throw new ResultFormatException(
                File.Exists(directory)
                    ? $"{directory}: is a file; name the folder that `m2miot run` wrote its results into, such as results/scenarios"
                    : $"{directory}: there is no such folder; name one that `m2miot run` wrote its results into, such as results/scenarios"
            )
        : !File.Exists(Path.Combine(directory, Manifest))
            ? throw new ResultFormatException(
                $"{directory}: holds no results ({Manifest} is missing); `m2miot run -o {directory}` writes them, or name another folder"
            )
        : Read<StudyManifest>(directory, Manifest);

    /// <summary>Reads the environment of a result folder.</summary>
    /// <exception cref="ResultFormatException">The file is missing or is not an environment.</exception>
    public static StudyEnvironment ReadEnvironment(string directory) => Read<StudyEnvironment>(directory, Environment);

    /// <summary>The text that stands for a manifest in its file.</summary>
    public static string Text(StudyManifest manifest) => JsonSerializer.Serialize(manifest, Options) + "\n";

    private static void Write<T>(string directory, string name, T content)
    {
        var path = Path.Combine(directory, name);
        File.WriteAllText(path + ".tmp", JsonSerializer.Serialize(content, Options) + "\n");
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static T Read<T>(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
            throw new ResultFormatException($"{path}: there is no such file; `m2miot run` writes it.");
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options)
                ?? throw new ResultFormatException($"{path}: holds null instead of an object.");
        }
        catch (JsonException e)
        {
            throw new ResultFormatException($"{path}: {e.Message}", e);
        }
    }
}
