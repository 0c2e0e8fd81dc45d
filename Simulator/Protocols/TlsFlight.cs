namespace M2mVsIoTSim.Protocols;

/// <summary>Records that security sends on its own account: a flight of the handshake, or the alert that ends a connection.</summary>
/// <param name="number">Number of the flight from 0; −1 for the alert.</param>
/// <param name="records">Its records.</param>
internal sealed class TlsFlight(int number, IReadOnlyList<TlsRecord> records) : StreamUnit
{
    /// <summary>Number of the flight from 0; −1 for the alert.</summary>
    public int Number { get; } = number;

    public override int Length { get; } = records.Sum(record => record.Length);

    /// <inheritdoc/>
    public override string ToString() => Number < 0 ? "TLS alert" : $"TLS handshake, flight {Number + 1}";

    public override void Write(Span<byte> destination)
    {
        foreach (var record in records)
        {
            record.Write(destination);
            destination = destination[record.Length..];
        }
    }
}
