using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What the number of Sigfox base stations depends on: all devices transmit alike.</summary>
/// <param name="options">Of the technology.</param>
/// <param name="demand">Of the site.</param>
internal sealed class SigfoxLinks(SigfoxOptions options, Demand demand) : LinkClasses
{
    private readonly Duration _airtime = options.Airtime(Math.Min((int)Math.Ceiling(demand.BytesPerMessage), SigfoxFrame.MaximumPayload));

    /// <inheritdoc/>
    public override int Count => 1;

    /// <inheritdoc/>
    public override double Radiated => options.TransmitPower + options.StationAntennaGain;

    /// <summary>What the transmissions of others are like: as own ones.</summary>
    public NarrowbandStrangers Strangers { get; } =
        new(options.Low, options.MacroChannelWidth, 0, options.Bandwidth, options.Airtime(SigfoxFrame.MaximumPayload));

    /// <summary>LoRa frames of others in the band.</summary>
    public LoRaStrangers Wideband { get; } = LoRaStrangers.In(options.Low, options.MacroChannelWidth);

    /// <inheritdoc/>
    public override int ClassAt(double power) => 0;

    /// <inheritdoc/>
    public override double Sensitivity(int linkClass) => options.Sensitivity;

    /// <inheritdoc/>
    public override double Permitted(int linkClass, double messagesPerSecond) =>
        messagesPerSecond > 0 ? Math.Min(1, new SigfoxLimits(options).MessagesPerSecond(_airtime) / messagesPerSecond) : 1;

    /// <inheritdoc/>
    public override double LeastRatio => options.LeastRatio;

    /// <inheritdoc/>
    public override Duration Airtime(int linkClass) => _airtime;

    /// <inheritdoc/>
    public override Frequency Bandwidth(int linkClass) => options.Bandwidth;

    /// <inheritdoc/>
    public override double Near(int linkClass, int other) => 2 * options.Bandwidth.Hertz / options.MacroChannelWidth.Hertz;

    /// <inheritdoc/>
    public override double Arrives(double transmission) => 1 - Math.Pow(1 - transmission, options.Repetitions);

    /// <inheritdoc/>
    public override double Transmissions(double transmission) => options.Repetitions;

    /// <inheritdoc/>
    public override double Foreign(int linkClass, double power) =>
        new NarrowbandOthers(options, Strangers, Wideband, options.LeastRatio).Destroying(_airtime, options.Bandwidth, power);
}
