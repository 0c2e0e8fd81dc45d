namespace M2mVsIoTSim.Kernel;

/// <summary>A server of a <see cref="Resource"/>, held until disposed of.</summary>
public readonly struct Grant : IDisposable, IEquatable<Grant>
{
    private readonly ResourceClaim? _claim;
    private readonly int _version;

    internal Grant(ResourceClaim claim)
    {
        _claim = claim;
        _version = claim.Version;
    }

    /// <summary>Whether a server was granted; false when the time limit of the request came first.</summary>
    public bool IsGranted => _claim is not null;

    /// <summary>Whether the server is still held: granted, not given back, not taken away by a <see cref="PreemptiveResource"/>.</summary>
    public bool IsHeld => _claim is not null && _claim.Version == _version && !_claim.IsPreempted;

    /// <summary>Gives the server back; nothing happens if it was not granted or has been taken away.</summary>
    /// <exception cref="InvalidOperationException">It has been given back before.</exception>
    public void Dispose()
    {
        if (_claim is null)
        {
            return;
        }

        if (_claim.Version != _version)
        {
            throw new InvalidOperationException("This grant has been released before.");
        }

        _claim.Resource.Release(_claim);
    }

    /// <inheritdoc/>
    public bool Equals(Grant other) => _claim == other._claim && _version == other._version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Grant other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_claim, _version);

    /// <summary>Whether two grants are the same.</summary>
    public static bool operator ==(Grant left, Grant right) => left.Equals(right);

    /// <summary>Whether two grants differ.</summary>
    public static bool operator !=(Grant left, Grant right) => !left.Equals(right);
}
