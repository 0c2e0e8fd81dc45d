namespace M2mVsIoTSim.Technologies;

/// <summary>Downlinks of a LoRaWAN network by how they were sent, and why gateways refused them.</summary>
public sealed class LoRaWanDownlinkCount
{
    /// <summary>Sent in the first receive window [1].</summary>
    public long InFirstWindow { get; internal set; }

    /// <summary>Sent in the second receive window [1].</summary>
    public long InSecondWindow { get; internal set; }

    /// <summary>Sent to a device of class C outside its windows [1].</summary>
    public long AtOnce { get; internal set; }

    /// <summary>Refusals of a gateway that sends another downlink at that time [1].</summary>
    public long GatewayBusy { get; internal set; }

    /// <summary>Refusals of a gateway whose duty cycle does not allow it [1].</summary>
    public long GatewayDutyCycle { get; internal set; }

    /// <summary>Refusals because the window opens before the gateway would know [1].</summary>
    public long TooLate { get; internal set; }

    /// <summary>Uplinks that wanted an answer which no gateway could send in either window [1].</summary>
    public long Unanswered { get; internal set; }
}
