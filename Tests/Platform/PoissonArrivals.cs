using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

/// <summary>Lets a number of messages arrive at a station as a Poisson process.</summary>
internal sealed class PoissonArrivals(OneStation station, double perSecond, int count) : IEventTarget
{
    private static readonly Purpose Gap = Purpose.Named("arrivals");

    public void Start() => Schedule(0);

    public void Fire(long token)
    {
        station.Arrive((int)token, station.Simulation.Now);
        if (token + 1 < count)
        {
            Schedule(token + 1);
        }
    }

    private void Schedule(long serial)
    {
        var draw = station.Simulation.Random.Draw(Entity.Of("meter"), Gap, serial);
        station.Simulation.After(Duration.FromSeconds(draw.Exponential(1 / perSecond)), this, serial);
    }
}
