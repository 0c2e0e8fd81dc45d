using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Power of devices at gateways, and the spreading factor that follows.</summary>
internal sealed class LoRaWanLinkBudget(LoRaWanEu868Options options, Randomness random)
{
    private static readonly Purpose ShadowingPurpose = Purpose.Named("lora shadowing");
    private static readonly Purpose PenetrationPurpose = Purpose.Named("building penetration");

    /// <summary>Named once: a fleet asks for millions of links.</summary>
    private static readonly Entity GatewayRole = Entity.Of("lorawan-gateway");

    /// <summary>Middle of the band: the model's differences between its channels are below 0.02 dB.</summary>
    private static readonly Frequency Carrier = 868.0.Megahertz;

    /// <summary>Gateway number <paramref name="number"/>, the address of its luck.</summary>
    public static Entity Gateway(int number) => new(GatewayRole.Code | (uint)number);

    /// <summary>Loss of a device into its building [dB], the same towards every gateway.</summary>
    public double PenetrationLoss(Node device)
    {
        if (!device.Indoor || options.Buildings == BuildingModel.None)
        {
            return 0;
        }

        var draw = random.Draw(device.Entity, PenetrationPurpose);
        return BuildingPenetration.Tr45820(draw.Uniform(), draw.Uniform(), draw.Uniform(), draw.Uniform(), draw.Uniform());
    }

    /// <summary>Power of a device at a gateway [dBm].</summary>
    /// <param name="device">The sender.</param>
    /// <param name="penetrationLoss">Its loss into the building [dB].</param>
    /// <param name="number">Number of the gateway.</param>
    /// <param name="gateway">Where it stands.</param>
    public double ReceivedPower(Node device, double penetrationLoss, int number, Position gateway) =>
        options.TransmitPower
        + options.GatewayAntennaGain
        - MedianLoss(device.Position, gateway)
        - Shadow(device, number)
        - penetrationLoss;

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

    private double MedianLoss(Position device, Position gateway)
    {
        var distance = device.DistanceTo(gateway);
        return options.PathLoss switch
        {
            LoRaPathLossModel.LogDistance => PathLoss.LogDistance(distance, options.PathLossExponent, options.PathLossReference),
            LoRaPathLossModel.HataCity => Hata(device, gateway, HataEnvironment.MediumCity),
            LoRaPathLossModel.HataSuburban => Hata(device, gateway, HataEnvironment.Suburban),
            LoRaPathLossModel.HataOpen => Hata(device, gateway, HataEnvironment.OpenArea),
            LoRaPathLossModel.Oulu => PathLoss.Oulu(Math.Max(distance, 1)),
            LoRaPathLossModel.FreeSpace => PathLoss.FreeSpace(Math.Max(distance, 1), Carrier),
            _ => throw new InvalidOperationException($"Path-loss model {options.PathLoss} is not known."),
        };
    }

    private static double Hata(Position device, Position gateway, HataEnvironment environment) =>
        PathLoss.OkumuraHata(Math.Max(device.GroundDistanceTo(gateway), 1), Carrier, gateway.Z, Math.Max(device.Z, 1), environment);

    private double Shadow(Node device, int number)
    {
        if (options.Shadowing == 0)
        {
            return 0;
        }

        var draw = random.Draw(Entity.Link(device.Entity, Gateway(number)), ShadowingPurpose);
        return options.Shadowing * draw.Normal();
    }
}
