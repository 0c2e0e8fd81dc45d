using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>A technology built for one near node, and frames over it.</summary>
internal sealed class TechnologyBench
{
    public TechnologyBench(PathTechnology technology, double messagesPerSecond = 0.01, double bytesPerMessage = 8)
    {
        var site = new Site(Log.Simulation, Log.Observers, [Log.Near], 1000, new Demand(messagesPerSecond, bytesPerMessage));
        Installation = technology.Install(site);
        (Up, Down) = Installation.Join(Log.Near, Log.Far);
        Log.Leg = Up;
    }

    public FrameLog Log { get; } = new();

    public PathInstallation Installation { get; }

    public Leg Up { get; }

    public Leg Down { get; }

    /// <summary>One-way delays of frames sent a minute apart [s].</summary>
    public double[] Delays(int frames, int length = 100)
    {
        for (var i = 0; i < frames; i++)
        {
            Log.Send(i, length, SimTime.Start + i.Minutes);
        }

        Log.Simulation.Run();
        return [.. Log.Arrived.Select(frame => frame.At.TotalSeconds - frame.Number * 60)];
    }
}
