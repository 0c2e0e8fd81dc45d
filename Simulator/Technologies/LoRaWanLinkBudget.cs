using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Power of devices at gateways, and the data rate that follows.</summary>
internal sealed class LoRaWanLinkBudget(LoRaWanOptions options, PropagationOptions propagation, Randomness random)
{
    /// <summary>Named once: a fleet asks for millions of links.</summary>
    private static readonly Entity GatewayRole = Entity.Of("lorawan-gateway");

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
        options.TransmitPower
        + options.GatewayAntennaGain
        - Propagation.Loss(device.Entity, device.Position, penetrationLoss, number, gateway);

    /// <summary>Data rate of a device by its power at the best gateway [dBm]; the link budget never gives it the wide channels.</summary>
    public int DataRate(double power) => options.SpreadingFactor is { } given ? options.Plan.UplinkOf(given).Number : FastestFor(power);

    /// <summary>The fastest data rate whose sensitivity at a device lies so much below a power [dBm]; the slowest if none does.</summary>
    public int FastestFor(double power)
    {
        var rates = options.Plan.Uplinks;
        var dataRate = options.Plan.Narrow - 1;
        while (
            dataRate > 0
            && power
                <= LoRaSensitivity.Of(options.DeviceReceiver, rates[dataRate].SpreadingFactor, rates[dataRate].Bandwidth)
                    + options.SpreadingFactorMargin
        )
        {
            dataRate--;
        }

        return dataRate;
    }
}
