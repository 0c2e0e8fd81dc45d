namespace M2mVsIoTSim.Radio;

/// <summary>Messages of the procedures of LTE, LTE-M and NB-IoT, and their sizes.</summary>
/// <remarks>
/// Order: 3GPP TS 36.300, TS 36.331 §5.3, TS 23.401 §5.3.4B. Sizes at the MAC layer from memory of the evaluations of TR 45.820 and of TS 36.331 encodings, but for Msg2 (48 bits and a
/// subheader of 8) and Msg3 (88 bits), which stand in LENA-NB (tudo-cni/ns3-lena-nb).
/// </remarks>
public static class Signalling
{
    /// <summary>Random-access response for one device, Msg2 [bit].</summary>
    public const int RandomAccessResponseBits = 56;

    /// <summary>Connection request, Msg3 [B].</summary>
    public const int ConnectionRequest = 11;

    /// <summary>Around user data in a NAS message behind the set-up [B].</summary>
    public const int NasTransfer = 10;

    /// <summary>Transport blocks that carry early data in Msg3, TS 36.213 table 16.3.3-2 (NB-IoT, from memory) [bit].</summary>
    public static IReadOnlyList<int> EarlyDataBlocks { get; } = [328, 408, 504, 584, 680, 808, 936, 1000];

    private static readonly SignallingMessage Request = new("RRCConnectionRequest", true, ConnectionRequest);
    private static readonly SignallingMessage Setup = new("RRCConnectionSetup", false, 19);
    private static readonly SignallingMessage Release = new("RRCConnectionRelease", false, 17);

    private static readonly SignallingMessage[] ServiceRequest =
    [
        Request,
        Setup,
        new("RRCConnectionSetupComplete (Service Request)", true, 22),
        new("SecurityModeCommand", false, 13),
        new("SecurityModeComplete", true, 8),
        new("RRCConnectionReconfiguration", false, 50),
        new("RRCConnectionReconfigurationComplete", true, 10),
    ];

    private static readonly SignallingMessage[] ControlPlane =
    [
        Request,
        Setup,
        new("RRCConnectionSetupComplete (Control Plane Service Request)", true, 22, SignallingLoad.FirstUplink),
    ];

    private static readonly SignallingMessage[] Resume =
    [
        new("RRCConnectionResumeRequest", true, ConnectionRequest),
        new("RRCConnectionResume", false, 19),
        new("RRCConnectionResumeComplete", true, 22, SignallingLoad.FirstUplink),
    ];

    private static readonly SignallingMessage[] EarlyData =
    [
        new("RRCEarlyDataRequest", true, ConnectionRequest, SignallingLoad.FirstUplink),
        new("RRCEarlyDataComplete", false, 20, SignallingLoad.FirstDownlink),
    ];

    /// <summary>From Msg3 until user data flow, or with early data until the end.</summary>
    public static IReadOnlyList<SignallingMessage> Access(CellularProcedure procedure) =>
        procedure switch
        {
            CellularProcedure.ServiceRequest => ServiceRequest,
            CellularProcedure.ControlPlane => ControlPlane,
            CellularProcedure.Resume => Resume,
            CellularProcedure.EarlyData => EarlyData,
            _ => throw new ArgumentOutOfRangeException(nameof(procedure), procedure, "No messages are known for this procedure."),
        };

    /// <summary>What ends a connection; null where there is none.</summary>
    public static SignallingMessage? End(CellularProcedure procedure) => procedure == CellularProcedure.EarlyData ? null : Release;
}
