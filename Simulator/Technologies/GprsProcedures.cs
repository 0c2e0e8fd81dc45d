using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Technologies;

/// <summary>Signalling of GPRS: which messages, and how large.</summary>
/// <remarks>Order: 3GPP TS 43.064 §6.6.4, TS 44.060 §7.1, TS 24.008 §4.7.3, §4.7.5, §6.1.3; sizes in LLC, from memory of their encodings.</remarks>
internal static class GprsProcedures
{
    /// <summary>Temporary identity of the device, which goes with the first block [B].</summary>
    private const int Identity = 4;

    /// <summary>Packet uplink acknowledgement, release of a block flow: one block of CS-1 [B].</summary>
    private const int Block = 20;

    /// <summary>LLC frame of address, control and check sum (6 B), and SNDCP (4 B) around a packet [B].</summary>
    private const int Wrapping = 10;

    /// <summary>What goes with the first assignment: a packet of any size [B].</summary>
    private const int Anything = 65_535;

    public static Procedure OnePhaseAccess { get; } =
        new()
        {
            Name = "one-phase access",
            Request = Identity,
            Answer = Block,
            GreatestRequest = Anything,
            AnswerEnds = false,
            SetUp = [],
            Attach =
            [
                new("attach request", true, 40),
                new("authentication and ciphering request", false, 30, AwaitsCore: true),
                new("authentication and ciphering response", true, 20),
                new("attach accept", false, 40, AwaitsCore: true),
                new("attach complete", true, 10),
                new("activate PDP context request", true, 70),
                new("activate PDP context accept", false, 60, AwaitsCore: true),
            ],
            Update =
            [
                new("routing area update request", true, 40),
                new("routing area update accept", false, 40, AwaitsCore: true),
                new("routing area update complete", true, 10),
            ],
            Release = Block,
            UplinkOverhead = Wrapping,
            DownlinkOverhead = Wrapping,
        };
}
