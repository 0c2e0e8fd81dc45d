using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>Random access in two steps: the request goes right behind the preamble (MsgA), and one message of the base station resolves contention (MsgB).</summary>
/// <remarks>
/// 3GPP TS 38.300 §9.2.6 and TS 38.321 §5.1.3a, from memory. A device whose preamble is heard and whose request is not is told to go on with the request (Msg3), as in four steps: the fallback.
/// The preambles are its own, beside those of the four steps, and so are the times of the uplink in which requests go. Several preambles may share such a time: their requests then destroy each other.
/// Left out: repetitions of MsgB's fallback within one window, and separation of requests at one time by reference signals, which is a request time a preamble here.
/// </remarks>
public sealed record TwoStepAccess
{
    /// <summary>Preambles among which a device chooses, beside those of the four steps [1].</summary>
    public required int Preambles { get; init; }

    /// <summary>Preambles whose requests go at the same time and place [1]; 1 for one of its own for each.</summary>
    public int PreamblesPerRequest { get; init; } = 1;

    /// <summary>From the end of the preamble to the beginning of the request.</summary>
    public Duration RequestGap { get; init; }

    /// <summary>Length of the request.</summary>
    public required Duration Request { get; init; }

    /// <summary>Greatest request, packet included [B]: it has to hold the request without one.</summary>
    public required int RequestBytes { get; init; }

    /// <summary>Units of the uplink that are set aside for all requests of an occasion [1].</summary>
    public int Units { get; init; }

    /// <summary>Probability that a request alone is not decoded behind a preamble that is [1].</summary>
    public double RequestErrorRate { get; init; }

    /// <summary>From the end of the request to the beginning of the window of the answer (MsgB), the base station's decoding included.</summary>
    public Duration AnswerStart { get; init; }

    /// <summary>Length of the window of the answer (MsgB).</summary>
    public required Duration AnswerWindow { get; init; }

    /// <summary>MsgA after which a device goes on with four steps [1].</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>From the beginning of the preamble to the end of the request.</summary>
    /// <param name="preamble">Length of the preamble.</param>
    public Duration Length(Duration preamble) => preamble + RequestGap + Request;
}
