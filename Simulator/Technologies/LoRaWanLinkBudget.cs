using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Power of devices at gateways, and the data rate that follows.</summary>
internal sealed class LoRaWanLinkBudget(LoRaWanOptions options, PropagationOptions propagation, Randomness random)
{
    /// <summary>Named once: a fleet asks for millions of links.</summary>
    private static readonly Entity GatewayRole = Entity.Of("lorawan-gateway");

    /// <summary>What the power must exceed for a data rate to be taken [dBm].</summary>
    private readonly double[] _levels =
    [
        .. options
            .Plan.Uplinks.Take(options.Plan.Narrow)
            .Select(rate => Math.Max(options.DeviceSensitivity(rate), options.GatewaySensitivity(rate)) + options.SpreadingFactorMargin),
    ];

    private readonly int? _given = options.SpreadingFactor is { } factor ? options.Plan.UplinkOf(factor).Number : null;

    /// <summary>Gateway number <paramref name="number"/>, the address of its luck.</summary>
    public static Entity Gateway(int number) => new(GatewayRole.Code | (uint)number);

    /// <summary>How its waves travel, in the middle of the band: the models' differences between its channels are below 0.2 dB.</summary>
    public Propagation Propagation { get; } = new(propagation, options.Plan.Carrier, random);

    /// <summary>Loss of a device into its building [dB], the same towards every gateway.</summary>
    public double PenetrationLoss(Node device) => Propagation.Penetration(device.Entity, device.Indoor);

    /// <summary>Power of a device at a gateway, on average over fading [dBm].</summary>
    /// <param name="device">The sender.</param>
    /// <param name="penetrationLoss">Its loss into the building [dB].</param>
    /// <param name="number">Number of the gateway.</param>
    /// <param name="gateway">Where it stands.</param>
    public double ReceivedPower(Node device, double penetrationLoss, int number, Position gateway) =>
        Exchange(Propagation.Loss(device.Entity, device.Position, penetrationLoss, number, gateway));

    /// <summary>Power at a gateway [dBm] of a loss [dB], and the loss that leaves such a power.</summary>
    public double Exchange(double lossOrPower) => options.TransmitPower + options.GatewayAntennaGain - lossOrPower;

    /// <summary>Data rate of a device by its power at the best gateway [dBm]; the link budget never gives it the wide channels.</summary>
    public int DataRate(double power) => _given ?? FastestFor(power);

    /// <summary>Data rate with which a device begins: of one that moves that which is given or the slowest, as no power holds for it.</summary>
    /// <param name="device">The device.</param>
    /// <param name="power">At the best gateway [dBm].</param>
    public int DataRate(Node device, double power) => device.Moves is null ? DataRate(power) : DataRate(double.NegativeInfinity);

    /// <summary>The fastest data rate whose sensitivity, at a device and at a gateway, lies so much below a power [dBm]; the slowest if none does.</summary>
    public int FastestFor(double power)
    {
        var dataRate = _levels.Length - 1;
        while (dataRate > 0 && power <= _levels[dataRate])
        {
            dataRate--;
        }

        return dataRate;
    }
}
