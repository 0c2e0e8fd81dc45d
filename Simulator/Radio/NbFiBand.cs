namespace M2mVsIoTSim.Radio;

/// <summary>Where a network sends and listens.</summary>
/// <remarks>Band identifiers of waviot/NBFi_WA1470, <c>nbfi_config.h</c> and <c>nbfi_defines.h</c>.</remarks>
public enum NbFiBand
{
    /// <summary>Uplink 868.8, downlink 446 MHz: Russia.</summary>
    Ul868800Dl446000,

    /// <summary>Uplink 868.8, downlink 864 MHz: Russia, the stack's default.</summary>
    Ul868800Dl864000,

    /// <summary>Uplink 868.8, downlink 869.15 MHz: Russia since 2018.</summary>
    Ul868800Dl869150,

    /// <summary>Uplink 868.1, downlink 869.55 MHz: the sub-bands of Europe with 1 and 10 % duty cycle.</summary>
    Ul868100Dl869550,

    /// <summary>Uplink 864, downlink 864 MHz: Kazakhstan.</summary>
    Ul864000Dl864000,

    /// <summary>Uplink 866.975, downlink 865 MHz: India.</summary>
    Ul866975Dl865000,
}
