using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>Random access at one coverage-enhancement level.</summary>
public sealed record RandomAccessSettings
{
    /// <summary>From one occasion to the next.</summary>
    public required Duration Period { get; init; }

    /// <summary>Preambles among which a device chooses, such as the starting subcarriers of an NPRACH [1].</summary>
    public required int Preambles { get; init; }

    /// <summary>Length of a preamble with all its repetitions.</summary>
    public required Duration Preamble { get; init; }

    /// <summary>Units of the uplink that are set aside during an occasion [1].</summary>
    public int Units { get; init; }

    /// <summary>From the end of the preamble to the beginning of the response window, the base station's detection included.</summary>
    public Duration ResponseStart { get; init; }

    /// <summary>Two-step random access: from the end of the preamble to the beginning of the request, which goes with it (MsgA) and needs no response; null for four steps.</summary>
    /// <remarks>
    /// 3GPP TS 38.321 §5.1.3a, Release 16. Each preamble has resources of its own for the request, set aside with <see cref="Units"/>. What is detected but not decoded is granted again (fallback);
    /// a preamble that is not detected, or collides, is sent again after the response window.
    /// </remarks>
    public Duration? TwoStep { get; init; }

    /// <summary>Length of the response window.</summary>
    public required Duration ResponseWindow { get; init; }

    /// <summary>Grants that one response carries at most [1]; further ones follow in responses of their own, within the window.</summary>
    public int GrantsPerResponse { get; init; } = 1;

    /// <summary>Size of a response for each grant in it [B].</summary>
    public int ResponseBytes { get; init; } = 7;

    /// <summary>From the end of the response to the beginning of the request (Msg3).</summary>
    public Duration RequestGap { get; init; }

    /// <summary>By how much the request may begin later, as the response says.</summary>
    public Duration RequestSlack { get; init; }

    /// <summary>From the end of the request to the earliest answer (Msg4).</summary>
    public Duration AnswerGap { get; init; }

    /// <summary>Contention-resolution timer, from the end of each transmission of the request.</summary>
    public required Duration ContentionTimer { get; init; }

    /// <summary>Greatest back-off, drawn uniformly before an attempt is repeated.</summary>
    public Duration BackOff { get; init; }

    /// <summary>Attempts at this level before a device tries the next one, if there is one [1].</summary>
    public required int Attempts { get; init; }

    /// <summary>Probability that a preamble alone is detected [1]; null for 1 − e⁻ⁱ at attempt i, as power ramps up (TR 37.868 table 6.2.2.1.1).</summary>
    public double? Detection { get; init; }

    /// <summary>What follows when devices send the same preamble.</summary>
    public PreambleCollision Collision { get; init; }

    /// <summary>Probability that a preamble alone is detected [1].</summary>
    /// <param name="attempt">Number of the attempt, from 1 [1].</param>
    public double DetectionAt(int attempt) => Detection ?? 1 - Math.Exp(-attempt);
}
