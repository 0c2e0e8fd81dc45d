using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The downlinks that gateways have on the air, and what they do to each other at the devices.</summary>
/// <remarks>Uplinks and downlinks do no harm to each other: the chirps of downlinks are inverted.</remarks>
internal sealed class LoRaWanDownlinkAir(LoRaWanInstallation network)
{
    private readonly List<LoRaWanDownlink> _onAir = [];
    private readonly Stack<LoRaWanDownlink> _idle = new();

    /// <summary>Which downlinks survive others: by their energies under every rule, as few of them meet.</summary>
    public RejectionRule Rule { get; } = new(LoRaRejection.Matrix(network.Options.Rejection, network.Options.Plan.Downlinks));

    /// <summary>A downlink that is not in use.</summary>
    public LoRaWanDownlink Rent() => _idle.TryPop(out var downlink) ? downlink : new LoRaWanDownlink(network);

    /// <summary>A downlink begins: it and those on its frequency exchange what they take from each other.</summary>
    public void Begin(LoRaWanDownlink downlink)
    {
        foreach (var other in _onAir)
        {
            if (other.Frequency == downlink.Frequency)
            {
                var overlap = (SimTime.Min(other.End, downlink.End) - downlink.Start).TotalSeconds;
                other.Suffer(downlink, overlap);
                downlink.Suffer(other, overlap);
            }
        }

        _onAir.Add(downlink);
    }

    /// <summary>A downlink has ended.</summary>
    public void Finish(LoRaWanDownlink downlink)
    {
        _onAir.Remove(downlink);
        _idle.Push(downlink);
    }
}
