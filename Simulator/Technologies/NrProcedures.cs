using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>Signalling of NR: which messages, and how large.</summary>
/// <remarks>
/// Order: 3GPP TS 38.331 §5.3.3 (set-up), §5.3.13 (resume; small data with the request, Release 17) and TS 24.501. Sizes from memory of encodings: requests of 48 bits and their MAC subheader for set-up and resume (CCCH of 6 octets),
/// the rest as with LTE, of which the messages are descendants. Small data are taken up to <see cref="GreatestSmallRequest"/> in the request; more resumes the connection.
/// </remarks>
public static class NrProcedures
{
    /// <summary>Greatest request with small data that a grant of random access is taken to allow [B].</summary>
    public const int GreatestSmallRequest = 250;

    private const int Request = 8;
    private const int Answer = 19;
    private const int Release = 17;

    /// <summary>SDAP, PDCP, RLC and MAC around data on a bearer [B].</summary>
    private const int Bearer = 1 + RadioOverhead.Pdcp + RadioOverhead.Rlc + RadioOverhead.Mac;

    private static readonly SignallingMessage[] RegistrationUpdate =
    [
        new("set-up complete, registration request (Msg5)", true, 50),
        new("registration accept", false, 40, AwaitsCore: true),
        new("registration complete", true, 15),
    ];

    /// <summary>The messages of a procedure.</summary>
    /// <exception cref="ArgumentException">Data on the control plane, which 5G has for NB-IoT and LTE-M only.</exception>
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
                    new("set-up complete, service request (Msg5)", true, 22),
                    new("security mode command", false, 13, AwaitsCore: true),
                    new("security mode complete", true, 8),
                    new("reconfiguration", false, 50),
                    new("reconfiguration complete", true, 10),
                ],
                Update = RegistrationUpdate,
                Release = Release,
                UplinkOverhead = Bearer,
                DownlinkOverhead = Bearer,
            },
            CellularProcedure.Resume => Resume,
            CellularProcedure.EarlyData => Resume with { Name = "small data", GreatestRequest = GreatestSmallRequest },
            _ => throw new ArgumentException(
                $"NR has the procedures service-request, resume and early-data, not {procedure}.",
                nameof(procedure)
            ),
        };

    private static Procedure Resume { get; } =
        new()
        {
            Name = "resume",
            Request = Request,
            Answer = Answer,
            SetUp = [new("resume complete (Msg5)", true, 12, CarriesData: true)],
            Update = RegistrationUpdate,
            Release = Release,
            UplinkOverhead = Bearer,
            DownlinkOverhead = Bearer,
        };
}
