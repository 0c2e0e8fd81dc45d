using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The rates of NB-Fi, as dimensioning sees them: a mean message at the rate to which a device adapts.</summary>
internal sealed class NbFiLinkClasses : LinkClasses
{
    private readonly NbFiOptions _options;
    private readonly NarrowbandStrangers _strangers;
    private readonly bool _acknowledges;
    private readonly int _oneIn;
    private readonly int _frames;
    private readonly int _copies;
    private readonly double[,] _meeting = new double[NbFiProtocol.Rates, NbFiProtocol.Rates];

    /// <param name="options">Of the technology.</param>
    /// <param name="bytes">Length of a mean message [B].</param>
    /// <param name="acknowledges">Whether uplinks are acknowledged.</param>
    /// <param name="oneIn">Inverse of the devices' duty cycle [1].</param>
    /// <param name="strangers">What foreign frames are like.</param>
    public NbFiLinkClasses(NbFiOptions options, double bytes, bool acknowledges, int oneIn, NarrowbandStrangers strangers)
    {
        (_options, _acknowledges, _oneIn, _strangers) = (options, acknowledges, oneIn, strangers);
        _frames = NbFiProtocol.Frames((int)Math.Clamp(Math.Ceiling(bytes), 0, NbFiProtocol.GreatestMessage));
        _copies = options.SendTwice && !acknowledges ? 2 : 1;
        var width = NbFiBandPlan.UplinkWidth(options.UplinkWidthCode);
        for (var one = NbFiRate.Bps50; one <= NbFiRate.Bps25600; one++)
        {
            for (var other = NbFiRate.Bps50; other <= NbFiRate.Bps25600; other++)
            {
                _meeting[(int)one, (int)other] = NbFiBandPlan.Meeting(one, other, width);
            }
        }
    }

    /// <inheritdoc/>
    public override int Count => NbFiProtocol.Rates;

    /// <inheritdoc/>
    public override double Radiated => _options.TransmitPower + _options.StationAntennaGain;

    /// <inheritdoc/>
    public override int ClassAt(double power)
    {
        var rate = _options.UplinkRate;
        while (
            _acknowledges
            && _options.RateAdaptation
            && rate < NbFiRate.Bps25600
            && power - _options.NoiseLevel - NbFiProtocol.UplinkDegradation(rate + 1) > NbFiLinkAdaptation.Up
        )
        {
            rate++;
        }

        return (int)rate;
    }

    /// <inheritdoc/>
    public override double Sensitivity(int linkClass) => _options.StationSensitivity + NbFiProtocol.UplinkDegradation((NbFiRate)linkClass);

    /// <inheritdoc/>
    public override double Permitted(int linkClass, double messagesPerSecond)
    {
        var needed = messagesPerSecond * _frames * _copies * Airtime(linkClass) * _oneIn;
        return needed <= 1 ? 1 : 1 / needed;
    }

    /// <inheritdoc/>
    public override double Meets(int linkClass, ReadOnlySpan<double> messagesPerSecond)
    {
        var (airtime, bandwidth) = (Airtime(linkClass), new Frequency(NbFiProtocol.BitRate((NbFiRate)linkClass).BitsPerSecond));
        var sum = HarmfulShare(linkClass) * _strangers.Meets(_options.ForeignLoad, bandwidth, NbFiProtocol.Airtime((NbFiRate)linkClass));
        for (var other = 0; other < messagesPerSecond.Length; other++)
        {
            sum += messagesPerSecond[other] * _frames * _copies * (airtime + Airtime(other)) * _meeting[linkClass, other];
        }

        return sum;
    }

    /// <inheritdoc/>
    public override double Arrives(double transmission) =>
        _acknowledges
            ? NbFiGroup.Delivery(_frames, transmission, 1, _options.Retries)
            : Math.Pow(1 - Math.Pow(1 - transmission, _copies), _frames);

    /// <inheritdoc/>
    public override double MeetsAnswers(int linkClass, ReadOnlySpan<double> messagesPerSecond)
    {
        var sum = 0.0;
        for (var rate = 0; rate < messagesPerSecond.Length && _acknowledges && !_options.FullDuplex; rate++)
        {
            sum += Answers(messagesPerSecond[rate]) * (Airtime(linkClass) + AnswerAirtime(rate));
        }

        return sum;
    }

    /// <inheritdoc/>
    public override double Sends(ReadOnlySpan<double> messagesPerSecond)
    {
        var sum = 0.0;
        for (var rate = 0; rate < messagesPerSecond.Length; rate++)
        {
            sum += _acknowledges ? Answers(messagesPerSecond[rate]) * AnswerAirtime(rate) : 0;
        }

        return sum * NbFiBandPlan.OneIn(NbFiBandPlan.Downlink(_options.Band), _options.Regulation);
    }

    /// <summary>Share of the foreign frames that are strong enough to harm the weakest device of a class [1]: a fast frame meets them all the time, but has power to spare.</summary>
    private double HarmfulShare(int linkClass)
    {
        var weakest =
            linkClass > (int)_options.UplinkRate
                ? _options.NoiseLevel + NbFiProtocol.UplinkDegradation((NbFiRate)linkClass) + NbFiLinkAdaptation.Up
                : Sensitivity(linkClass);
        var (low, high) = (_options.ForeignPowerLow, _options.ForeignPowerHigh);
        return high > low ? Math.Clamp((high - weakest + _options.LeastRatio) / (high - low), 0, 1) : 1;
    }

    /// <summary>Acknowledgements for messages [1/s].</summary>
    private double Answers(double messages) => messages / (_frames > 1 ? 1 : _options.AcknowledgementWindow);

    private double AnswerAirtime(int rate) =>
        Airtime(_options.RateAdaptation ? Math.Max(rate, (int)_options.DownlinkRate) : (int)_options.DownlinkRate);

    private static double Airtime(int rate) => NbFiProtocol.Airtime((NbFiRate)rate).TotalSeconds;
}
