namespace M2mVsIoTSim.Technologies;

/// <summary>A frame that a device keeps: to be sent, or sent and not acknowledged.</summary>
/// <param name="Message">Of which it is a part.</param>
/// <param name="Part">Which one, from 0 [1].</param>
/// <param name="Asks">Whether it asks for an acknowledgement.</param>
internal record struct NbFiFrame(NbFiMessage Message, byte Part, bool Asks)
{
    /// <summary>How often it was sent again [1].</summary>
    public byte Retries { get; set; }

    /// <summary>Transmissions that are due [1]; two where frames are sent twice.</summary>
    public byte Due { get; set; }
}
