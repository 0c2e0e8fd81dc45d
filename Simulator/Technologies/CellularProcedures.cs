using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>Signalling of LTE, LTE-M and NB-IoT: which messages, and how large.</summary>
/// <remarks>
/// Order: 3GPP TS 36.300, TS 36.331 §5.3, TS 23.401 §5.3.4B, TS 24.301. Msg3 of 88 bits as in LENA-NB (tudo-cni/ns3-lena-nb); all other sizes, at the MAC layer, from memory of
/// the evaluations of TR 45.820 and of encodings of TS 36.331. Where a size is known with data, the message counts what is left of it besides the packet's own overhead.
/// </remarks>
public static class CellularProcedures
{
    /// <summary>Random-access response for one device: 48 bits and a subheader of 8, LENA-NB [B].</summary>
    public const int Response = 7;

    /// <summary>Greatest request with early data: a block of 1000 bits, TS 36.213 §16.3.3 [B].</summary>
    public const int GreatestEarlyRequest = 125;

    private const int Request = 11;
    private const int Answer = 19;
    private const int Release = 17;

    /// <summary>Msg5 with data, without the data [B].</summary>
    private const int SetupComplete = 22;

    /// <summary>NAS and RRC around data on the control plane [B].</summary>
    private const int NasTransfer = 10;

    /// <summary>PDCP, RLC and MAC around data on a bearer [B].</summary>
    private const int Bearer = RadioOverhead.Pdcp + RadioOverhead.Rlc + RadioOverhead.Mac;

    private static readonly SignallingMessage[] TrackingAreaUpdate =
    [
        new("set-up complete, tracking area update request (Msg5)", true, 50),
        new("tracking area update accept", false, 40, AwaitsCore: true),
        new("tracking area update complete", true, 15),
    ];

    /// <summary>The messages of a procedure.</summary>
    public static Procedure Of(CellularProcedure procedure) =>
        procedure switch
        {
            CellularProcedure.ServiceRequest => new Procedure
            {
                Name = "service request",
                Request = Request,
                Answer = Answer,
                SetUp =
                [
                    new("set-up complete, service request (Msg5)", true, SetupComplete),
                    new("security mode command", false, 13, AwaitsCore: true),
                    new("security mode complete", true, 8),
                    new("reconfiguration", false, 50),
                    new("reconfiguration complete", true, 10),
                ],
                Update = TrackingAreaUpdate,
                Release = Release,
                UplinkOverhead = Bearer,
                DownlinkOverhead = Bearer,
            },
            CellularProcedure.Resume => new Procedure
            {
                Name = "resume",
                Request = Request,
                Answer = Answer,
                SetUp = [new("resume complete (Msg5)", true, SetupComplete - Bearer, CarriesData: true)],
                Update = TrackingAreaUpdate,
                Release = Release,
                UplinkOverhead = Bearer,
                DownlinkOverhead = Bearer,
            },
            CellularProcedure.ControlPlane => ControlPlane,
            CellularProcedure.EarlyData => ControlPlane with { Name = "early data", Answer = 20, GreatestRequest = GreatestEarlyRequest },
            _ => throw new ArgumentOutOfRangeException(nameof(procedure), procedure, "No messages are known for this procedure."),
        };

    private static Procedure ControlPlane { get; } =
        new()
        {
            Name = "control plane",
            Request = Request,
            Answer = Answer,
            SetUp = [new("set-up complete, control-plane service request (Msg5)", true, SetupComplete - NasTransfer, CarriesData: true)],
            Update = TrackingAreaUpdate,
            Release = Release,
            UplinkOverhead = NasTransfer,
            DownlinkOverhead = NasTransfer,
        };
}
