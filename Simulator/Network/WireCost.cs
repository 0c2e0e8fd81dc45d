namespace M2mVsIoTSim.Network;

/// <summary>What one message costs on the wire without loss, set-up of connections and keep-alives included as far as they recur.</summary>
/// <param name="UpPackets">Packets from the near to the far end [1].</param>
/// <param name="UpOctets">Their size, network headers included [B].</param>
/// <param name="DownPackets">Packets from the far to the near end [1].</param>
/// <param name="DownOctets">Their size [B].</param>
/// <param name="Silences">How long the wire had been silent before its packets, and how many packets per message that is.</param>
public sealed record WireCost(double UpPackets, double UpOctets, double DownPackets, double DownOctets, IReadOnlyList<Silence> Silences)
{
    /// <summary>Content alone in one packet on its way up.</summary>
    public static WireCost OfContent(double octets) => new(1, octets, 0, 0, [new Silence(double.PositiveInfinity, 1)]);

    /// <summary>Packets per message that come after a silence of at least so long, such as one after which a modem has disconnected [1].</summary>
    /// <param name="seconds">Length of the silence [s].</param>
    public double After(double seconds) => Silences.Where(silence => silence.Seconds >= seconds).Sum(silence => silence.Packets);
}

/// <summary>A silence that ends with a packet.</summary>
/// <param name="Seconds">Its length [s].</param>
/// <param name="Packets">How many packets per message it comes before [1].</param>
public readonly record struct Silence(double Seconds, double Packets);
