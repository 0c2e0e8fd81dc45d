using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel.Samples;

/// <summary>Cars share a few pumps and one tank; when the tank runs low a tanker is called.</summary>
internal sealed class GasStation
{
    private const double LitresPerSecond = 2;
    private static readonly Duration TankerDrive = 30.Seconds;

    private readonly Simulation _simulation;
    private readonly Resource _pumps;
    private readonly Action<string> _note;

    public GasStation(Simulation simulation, int pumps, double capacity, double level, Action<string>? note = null)
    {
        (_simulation, _note) = (simulation, note ?? (_ => { }));
        _pumps = new Resource(simulation, pumps);
        Tank = new Container(simulation, capacity, level);
        simulation.Start(Control(capacity / 4));
    }

    public Container Tank { get; }

    public double Fuelled { get; private set; }

    public double Delivered { get; private set; }

    public int Served { get; private set; }

    /// <summary>A car that comes after a while and wants some litres.</summary>
    public async Process Car(string name, Duration arrival, double litres)
    {
        await _simulation.Delay(arrival);
        using var pump = await _pumps.Request();
        await Tank.Get(litres);
        _note($"{name} fuels");
        await _simulation.Delay((litres / LitresPerSecond).Seconds);
        Fuelled += litres;
        Served++;
        _note($"{name} leaves");
    }

    private async Process Control(double threshold)
    {
        while (true)
        {
            if (Tank.Level < threshold)
            {
                _note("tanker called");
                await Tanker();
            }

            await _simulation.Delay(10.Seconds);
        }
    }

    private async Process Tanker()
    {
        await _simulation.Delay(TankerDrive);
        var litres = Tank.Capacity - Tank.Level;
        await Tank.Put(litres);
        Delivered += litres;
        _note($"tanker brings {litres}");
    }
}
