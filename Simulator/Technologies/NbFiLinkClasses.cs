using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The rates of NB-Fi, as dimensioning sees them: a mean message at the rate to which a device adapts.</summary>
internal sealed class NbFiLinkClasses : LinkClasses
{
    private readonly NbFiOptions _options;
    private readonly NarrowbandOthers _others;
    private readonly bool _acknowledges;
    private readonly int _oneIn;
    private readonly int _frames;
    private readonly int _copies;
    private readonly IReadOnlyList<(int Distance, double Probability)>[,] _meetings = new IReadOnlyList<(int, double)>[
        NbFiProtocol.Rates,
        NbFiProtocol.Rates
    ];

    /// <param name="options">Of the technology.</param>
    /// <param name="bytes">Length of a mean message [B].</param>
    /// <param name="acknowledges">Whether uplinks are acknowledged.</param>
    /// <param name="oneIn">Inverse of the devices' duty cycle [1].</param>
    /// <param name="others">What foreign frames do.</param>
    public NbFiLinkClasses(NbFiOptions options, double bytes, bool acknowledges, int oneIn, NarrowbandOthers others)
    {
        (_options, _acknowledges, _oneIn, _others) = (options, acknowledges, oneIn, others);
        _frames = NbFiProtocol.Frames((int)Math.Clamp(Math.Ceiling(bytes), 0, NbFiProtocol.GreatestMessage));
        _copies = options.SendTwice && !acknowledges ? 2 : 1;
        var width = NbFiBandPlan.UplinkWidth(options.UplinkWidthCode);
        for (var one = NbFiRate.Bps50; one <= NbFiRate.Bps25600; one++)
        {
            for (var other = NbFiRate.Bps50; other <= NbFiRate.Bps25600; other++)
            {
                _meetings[(int)one, (int)other] = NbFiBandPlan.Meetings(one, other, width);
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
        var needed = messagesPerSecond * _frames * _copies * Airtime(linkClass).TotalSeconds * _oneIn;
        return needed <= 1 ? 1 : 1 / needed;
    }

    /// <inheritdoc/>
    public override double LeastRatio => _options.LeastRatio;

    /// <inheritdoc/>
    public override Duration Airtime(int linkClass) => NbFiProtocol.Airtime((NbFiRate)linkClass);

    /// <inheritdoc/>
    public override Frequency Bandwidth(int linkClass) => new(NbFiProtocol.BitRate((NbFiRate)linkClass).BitsPerSecond);

    /// <inheritdoc/>
    public override double Near(int linkClass, int other) => _meetings[linkClass, other].Sum(meeting => meeting.Probability);

    /// <inheritdoc/>
    /// <remarks>Carriers stand in a grid, so that slow frames share all of their bandwidth or none.</remarks>
    public override double Lost(int linkClass, int other, double ratio)
    {
        var (own, others) = (Bandwidth(linkClass).Hertz, Bandwidth(other).Hertz);
        var (airtime, othersAirtime) = (Airtime(linkClass).TotalSeconds, Airtime(other).TotalSeconds);
        var lost = 0.0;
        foreach (var (distance, probability) in _meetings[linkClass, other])
        {
            var common = Math.Min(Math.Min(own, others), (own + others) / 2 - distance);
            lost += probability * NarrowbandContest.ShareInTime(airtime, othersAirtime, others, common, ratio);
        }

        return lost / Near(linkClass, other);
    }

    /// <inheritdoc/>
    public override double Arrives(double transmission) =>
        _acknowledges
            ? NbFiGroup.Delivery(_frames, transmission, 1, _options.Retries)
            : Math.Pow(1 - Math.Pow(1 - transmission, _copies), _frames);

    /// <inheritdoc/>
    public override double Transmissions(double transmission) =>
        _acknowledges ? NbFiGroup.Transmissions(_frames, transmission, 1, _options.Retries) : _frames * _copies;

    /// <inheritdoc/>
    public override double Foreign(int linkClass, double power) => _others.Destroying(Airtime(linkClass), Bandwidth(linkClass), power);

    /// <inheritdoc/>
    public override double MeetsAnswers(int linkClass, ReadOnlySpan<double> messagesPerSecond)
    {
        var sum = 0.0;
        for (var rate = 0; rate < messagesPerSecond.Length && _acknowledges && !_options.FullDuplex; rate++)
        {
            sum += Answers(messagesPerSecond[rate]) * (Airtime(linkClass).TotalSeconds + AnswerAirtime(rate));
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

    /// <summary>Acknowledgements for messages [1/s].</summary>
    private double Answers(double messages) => messages / (_frames > 1 ? 1 : _options.AcknowledgementWindow);

    private double AnswerAirtime(int rate) =>
        Airtime(_options.RateAdaptation ? Math.Max(rate, (int)_options.DownlinkRate) : (int)_options.DownlinkRate).TotalSeconds;
}
