namespace M2mVsIoTSim.Network;

/// <summary>A datagram whose inner address a translator of addresses (NAT) on the way replaces by an outer one.</summary>
public interface ITranslatedPacket
{
    /// <summary>
    /// Which of its outer addresses the inner end has, counted from 1; 0 where none is known. Stamped by the translator on the way
    /// out, and written by the outer end, which answers where it last heard the inner one, on the way in.
    /// </summary>
    int Binding { get; set; }
}
