using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>Neighbouring entries of the channel list that share a duty cycle.</summary>
/// <param name="First">Number of the first channel [1].</param>
/// <param name="Count">How many channels [1].</param>
/// <param name="OneIn">Inverse of the duty cycle [1].</param>
internal readonly record struct LoRaWanBand(int First, int Count, int OneIn)
{
    /// <summary>Greatest number of bands [1].</summary>
    public const int Maximum = 2;

    /// <summary>The bands of the first channels of EU868.</summary>
    public static LoRaWanBand[] Of(int channels)
    {
        var bands = new List<LoRaWanBand>();
        for (var channel = 0; channel < channels; channel++)
        {
            var band = Eu868.SubBandOf(Eu868.Channels[channel]);
            if (channel > 0 && band == Eu868.SubBandOf(Eu868.Channels[channel - 1]))
            {
                bands[^1] = bands[^1] with { Count = bands[^1].Count + 1 };
            }
            else
            {
                bands.Add(new LoRaWanBand(channel, 1, band.OneIn));
            }
        }

        return [.. bands];
    }
}
