using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Nr;

/// <summary>What an exchange of one block consists of in time, by numerology, length of allocations and processing.</summary>
/// <remarks>
/// 3GPP TR 37.910 §5.7.1 (method, from memory): half of T_proc,2 before and half of T_proc,1 after a transmission at either end; the wait for the next allocation between. The evaluation of
/// <see cref="MeanDownlink"/> and its siblings takes mean waits; <see cref="NrDelivery"/> and the simulation take every wait as it comes. Validated by the suite <c>nr-user-plane-latency</c>.
/// </remarks>
/// <param name="Frame">When what may begin.</param>
/// <param name="Processing">Of devices, and of base stations alike.</param>
/// <param name="Symbols">Length of an allocation [1].</param>
/// <param name="IsTypeB">Whether it begins at any mini-slot.</param>
/// <param name="Repetitions">Times that an allocation is sent in a row [1].</param>
public sealed record NrTiming(NrFrame Frame, NrProcessing Processing, int Symbols, bool IsTypeB, int Repetitions = 1)
{
    /// <summary>Symbols of a grant, a scheduling request, a feedback [1].</summary>
    public const int ControlSymbols = 1;

    /// <summary>Half of T_proc,2: preparing data at either end.</summary>
    public Duration Prepare => Processing.Preparing / 2;

    /// <summary>Half of T_proc,1: decoding data at either end.</summary>
    public Duration Decode => Processing.Decoding(Symbols, IsTypeB) / 2;

    /// <summary>From the end of a grant to the earliest beginning of what it grants, N2.</summary>
    public Duration Grant => Processing.Preparing;

    /// <summary>Length of a grant, a scheduling request or a feedback.</summary>
    public Duration Control => Processing.Numerology.Symbols(ControlSymbols);

    /// <summary>Length of an allocation with its repetitions.</summary>
    public Duration Data => Processing.Numerology.Symbols(Symbols * Repetitions);

    /// <summary>Data and repetitions in symbols [1].</summary>
    public int DataSymbols => Symbols * Repetitions;

    /// <summary>Mean latency of the downlink: T_BS,tx + T_FA + T_TTI + T_UE,rx + p T_HARQ.</summary>
    /// <param name="error">p, probability that the first transmission fails; the second arrives [1].</param>
    public Duration MeanDownlink(double error) => Downlink + (Decode + Prepare + Feedback + Downlink) * error;

    /// <summary>Mean latency of the uplink with a configured grant.</summary>
    /// <param name="period">From one opportunity to the next.</param>
    /// <param name="error">p [1].</param>
    public Duration MeanConfigured(Duration period, double error) => Prepare + period / 2 + Data + Decode + (Prepare + Granted) * error;

    /// <summary>Mean latency of the uplink that is asked for.</summary>
    /// <param name="period">Of scheduling requests.</param>
    /// <param name="error">p [1].</param>
    public Duration MeanDynamic(Duration period, double error) =>
        period / 2 + Control + Decode + Prepare + Granted + (Prepare + Granted) * error;

    /// <summary>The first transmission of the downlink, feedback of its failure not included.</summary>
    private Duration Downlink => Prepare + Frame.MeanWait(isUp: false, DataSymbols) + Data + Decode;

    /// <summary>Feedback: preparation by the device, wait, a symbol.</summary>
    private Duration Feedback => Frame.MeanWait(isUp: true, ControlSymbols) + Control;

    /// <summary>From a decision to grant until the data of the uplink are decoded.</summary>
    private Duration Granted =>
        Frame.MeanWait(isUp: false, ControlSymbols) + Control + Grant + Frame.MeanWait(isUp: true, DataSymbols) + Data + Decode;
}
