using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>How long the frames of an exchange take.</summary>
internal static class Exchanges
{
    /// <summary>Data and acknowledgement, with a request to send before them where they are long.</summary>
    /// <param name="settings">Times and thresholds.</param>
    /// <param name="octets">Of the data frame [B].</param>
    /// <param name="rate">Index of its rate.</param>
    public static Exchange Data(WlanSettings settings, int octets, int rate)
    {
        var phy = settings.Phy;
        var hop = settings.Propagation + phy.Sifs;
        var data = phy.Airtime(octets, rate);
        var answer = phy.ControlAirtime(WlanFrame.Acknowledgement, rate);
        if (octets <= settings.RequestThreshold)
        {
            var end = data + settings.Propagation;
            return new Exchange(data, Duration.Zero, end, end + phy.Sifs + answer + settings.Propagation, IsProtected: false);
        }

        var request = phy.ControlAirtime(WlanFrame.RequestToSend, rate);
        var begin = request + hop + phy.ControlAirtime(WlanFrame.ClearToSend, rate) + hop;
        var arrival = begin + data + settings.Propagation;
        return new Exchange(request, begin, arrival, arrival + phy.Sifs + answer + settings.Propagation, IsProtected: true);
    }
}
