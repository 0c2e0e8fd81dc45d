using System.Globalization;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>Keeps other runs out of a result folder for as long as one writes to it.</summary>
/// <remarks>The system forgets the lock with the process that holds it, also after a kill: what then stays of the files locks nobody out.</remarks>
public sealed class FolderLock : IDisposable
{
    /// <summary>The file that is held open; nobody else can open it.</summary>
    public const string LockFile = "run.lock";

    /// <summary>The file that tells who holds the other one, which cannot be read meanwhile.</summary>
    public const string OwnerFile = "run.pid";

    private readonly FileStream _lock;
    private readonly string _owner;

    private FolderLock(FileStream held, string owner) => (_lock, _owner) = (held, owner);

    /// <summary>Locks a result folder.</summary>
    /// <param name="directory">The folder; it must be there.</param>
    /// <exception cref="InvalidDataException">Another run has locked it, or nothing can be written to it.</exception>
    public static FolderLock Take(string directory)
    {
        var owner = Path.Combine(directory, OwnerFile);
        FileStream held;
        try
        {
            held = new FileStream(
                Path.Combine(directory, LockFile),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException e)
        {
            throw new InvalidDataException(
                $"another run{ProcessIn(owner)} is writing to {directory}; wait for it or choose another folder with -o",
                e
            );
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InvalidDataException($"{directory}: nothing can be written there; choose another folder with -o", e);
        }

        File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new FolderLock(held, owner);
    }

    /// <summary>Lets others in.</summary>
    public void Dispose()
    {
        File.Delete(_owner);
        _lock.Dispose();
    }

    private static string ProcessIn(string owner)
    {
        try
        {
            return $", process {File.ReadAllText(owner)},";
        }
        catch (IOException)
        {
            // It has just begun or is about to end.
            return "";
        }
    }
}
