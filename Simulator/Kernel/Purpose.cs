namespace M2mVsIoTSim.Kernel;

/// <summary>What a draw is for; each model names its own.</summary>
/// <remarks>Named once, in a static field of the model that draws: <c>static readonly Purpose Channel = Purpose.Named("lora channel")</c>.
/// The name is hashed to 64 bits (FNV-1a).</remarks>
public readonly record struct Purpose(ulong Code)
{
    /// <summary>The purpose of a name.</summary>
    public static Purpose Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var hash = 14695981039346656037UL;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return new(hash);
    }
}
