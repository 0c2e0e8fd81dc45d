namespace M2mVsIoTSim.Units;

/// <summary>A data rate [bit/s].</summary>
public readonly record struct BitRate(double BitsPerSecond)
{
    /// <summary>Time to send <paramref name="bytes"/> octets at this rate, rounded half to even to the nanosecond.</summary>
    public Duration TimeFor(int bytes) => Duration.FromSeconds(bytes * 8.0 / BitsPerSecond);
}
