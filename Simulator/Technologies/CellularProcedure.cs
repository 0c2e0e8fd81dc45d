namespace M2mVsIoTSim.Technologies;

/// <summary>How an idle device gets its data across.</summary>
public enum CellularProcedure
{
    /// <summary>RRC set-up, security, data radio bearer, data, release: LTE since Release 8.</summary>
    ServiceRequest,

    /// <summary>Data in a NAS message behind the set-up (DoNAS, control-plane CIoT optimisation, Release 13).</summary>
    ControlPlane,

    /// <summary>A suspended connection is resumed (user-plane CIoT optimisation, Release 13).</summary>
    Resume,

    /// <summary>Data in Msg3 and no connection (early data transmission, Release 15); what does not fit goes as with the control plane.</summary>
    EarlyData,
}
