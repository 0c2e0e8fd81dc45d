namespace M2mVsIoTSim.Technologies;

/// <summary>A technology whose modems rest between connections as their supply suggests, unless it is written.</summary>
public interface ISavesPower
{
    /// <summary>What a device does between connections, as a value of the technology's own option.</summary>
    /// <param name="onBattery">Whether it runs on a battery.</param>
    Enum PowerSavingOf(bool onBattery);
}
