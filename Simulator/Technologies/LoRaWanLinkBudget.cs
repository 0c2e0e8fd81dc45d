using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Power of devices at gateways, and the spreading factor that follows.</summary>
internal sealed class LoRaWanLinkBudget(LoRaWanEu868Options options, PropagationOptions propagation, Randomness random)
{
    /// <summary>Middle of the band: the models' differences between its channels are below 0.02 dB.</summary>
    private static readonly Frequency Carrier = 868.0.Megahertz;

    /// <summary>Named once: a fleet asks for millions of links.</summary>
    private static readonly Entity GatewayRole = Entity.Of("lorawan-gateway");

    /// <summary>Gateway number <paramref name="number"/>, the address of its luck.</summary>
    public static Entity Gateway(int number) => new(GatewayRole.Code | (uint)number);

    /// <summary>How its waves travel.</summary>
    public Propagation Propagation { get; } = new(propagation, Carrier, random);

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

    /// <summary>Spreading factor of a device by its power at the best gateway [dBm].</summary>
    public int SpreadingFactor(double power)
    {
        if (options.SpreadingFactor is { } given)
        {
            return given;
        }

        var spreadingFactor = LoRaSensitivity.LeastSpreadingFactor;
        while (
            spreadingFactor < LoRaSensitivity.GreatestSpreadingFactor
            && power <= LoRaSensitivity.At125Kilohertz(options.DeviceReceiver, spreadingFactor) + options.SpreadingFactorMargin
        )
        {
            spreadingFactor++;
        }

        return spreadingFactor;
    }
}
