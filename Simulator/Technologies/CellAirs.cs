using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The air interface of a technology under the interference of the cells around: the same everywhere, or another one for each whole decibel by which the noise of a device is raised.</summary>
internal sealed class CellAirs
{
    private readonly CellInterference? _interference;
    private readonly Func<double, double, AirInterface> _under;
    private readonly Dictionary<int, AirInterface> _raised = [];

    /// <param name="interference">Of the cells around; null for none.</param>
    /// <param name="under">The air interface where the noise of sites and of devices is raised by so many decibels.</param>
    public CellAirs(CellInterference? interference, Func<double, double, AirInterface> under)
    {
        (_interference, _under) = (interference, under);
        Base = At(0);
    }

    /// <summary>That of the cell, and of devices whose noise nobody raises.</summary>
    public AirInterface Base { get; }

    /// <summary>That of a device whose noise is raised.</summary>
    /// <param name="rise">By so many whole decibels [dB].</param>
    public AirInterface At(int rise)
    {
        if (!_raised.TryGetValue(rise, out var air))
        {
            _raised[rise] = air = _under(_interference?.Uplink ?? 0, rise);
        }

        return air;
    }

    /// <summary>By how much the noise of a device is raised [dB].</summary>
    /// <param name="couplingLoss">To its site [dB]; +∞ where nobody serves it.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="site">Where its site stands.</param>
    public int Rise(double couplingLoss, Position at, Position site) =>
        _interference is null || double.IsInfinity(couplingLoss) ? 0 : _interference.Downlink(couplingLoss, at.GroundDistanceTo(site));

    /// <summary>What the cells around do, in words; nothing where they do nothing.</summary>
    public string Text =>
        _interference is null
            ? ""
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"; sites around, {_interference.Distance:0} m apart, raise the noise of each by {_interference.Uplink:0.0} dB, and send {_interference.Factor(_interference.Distance / Math.Sqrt(3)):0.0} dB of the own signal to its corners at full load"
            );
}
