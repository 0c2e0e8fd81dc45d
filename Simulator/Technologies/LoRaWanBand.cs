using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>Neighbouring entries of the channel list that share a duty cycle and carry the same data rates.</summary>
/// <param name="First">Number of the first channel [1].</param>
/// <param name="Count">How many channels [1].</param>
/// <param name="OneIn">Inverse of the duty cycle [1].</param>
internal readonly record struct LoRaWanBand(int First, int Count, int OneIn)
{
    /// <summary>Greatest number of bands [1].</summary>
    public const int Maximum = 2;

    /// <summary>The bands of the channels in use that carry a data rate.</summary>
    public static LoRaWanBand[] Of(LoRaWanOptions options, LoRaDataRate rate)
    {
        var (channels, plan) = (options.UplinkChannels, options.Plan);
        var bands = new List<LoRaWanBand>();
        SubBand? last = null;
        for (var channel = 0; channel < channels.Count; channel++)
        {
            if (channels[channel].Bandwidth != rate.Bandwidth)
            {
                last = null;
                continue;
            }

            var band = plan.SubBandOf(channels[channel].Centre);
            if (band == last)
            {
                bands[^1] = bands[^1] with { Count = bands[^1].Count + 1 };
            }
            else
            {
                bands.Add(new LoRaWanBand(channel, 1, options.KeepsDutyCycle ? band.OneIn : 1));
            }

            last = band;
        }

        return [.. bands];
    }
}
