namespace M2mVsIoTSim.Technologies;

/// <summary>How an end of a hop takes part in the short message service.</summary>
public enum SmsEnd
{
    /// <summary>A phone or modem, over the air, one message at a time.</summary>
    Mobile,

    /// <summary>A customer with a line to the service centre.</summary>
    LargeAccount,
}
