namespace M2mVsIoTSim.Platform;

/// <summary>What a person who is notified does meanwhile: the median of the time to notice and react, and sigma of its logarithm.</summary>
/// <remarks>
/// Lognormal models of our choice, within ranges known from memory: acknowledgement in a control room 10 to 60 s (alarm management
/// after EEMUA 191, ISA-18.2), half of the notifications on a phone seen within 30 s to several minutes.
/// </remarks>
public enum PersonProfile
{
    /// <summary>Watches a screen: median 8 s, sigma 0.6.</summary>
    AttentiveOperator,

    /// <summary>Carries a phone: median 90 s, sigma 1.3.</summary>
    PhoneUser,

    /// <summary>Is on call: median 300 s, sigma 1.0.</summary>
    OnCallEngineer,
}
