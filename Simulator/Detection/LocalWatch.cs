using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>Devices that look at their own samples, each with a detector, and send nothing but alarms.</summary>
/// <remarks>
/// A device sees itself only, so that what it does until its next alarm can be worked out beforehand: samples without alarm cost no event. A device that
/// is down at its alarm has not raised it. Left out: time and energy of deciding, a few hundred instructions a sample. Tested in <c>Tests/Detection/DetectionTests</c>.
/// </remarks>
public sealed class LocalWatch : IEventTarget
{
    private const int Block = 64;
    private readonly Simulation _simulation;
    private readonly IReadOnlyList<Node> _devices;
    private readonly Branch _root;
    private readonly Signal _signal;
    private readonly DetectionTimes _times;
    private readonly AlarmLog _log;
    private readonly IDetector[] _detectors;
    private readonly int[] _alarms;
    private readonly double _scale;

    /// <param name="simulation">The clock.</param>
    /// <param name="devices">Who measures.</param>
    /// <param name="root">The tree of the alarms.</param>
    /// <param name="signal">What is measured.</param>
    /// <param name="detector">Makes the detector of a device.</param>
    /// <param name="times">When they look.</param>
    /// <param name="log">Is told of every alarm.</param>
    public LocalWatch(
        Simulation simulation,
        IReadOnlyList<Node> devices,
        Branch root,
        Signal signal,
        Func<IDetector> detector,
        DetectionTimes times,
        AlarmLog log
    )
    {
        ArgumentNullException.ThrowIfNull(devices);
        ArgumentNullException.ThrowIfNull(signal);
        (_simulation, _devices, _root, _signal, _times, _log) = (simulation, devices, root, signal, times, log);
        _detectors = [.. devices.Select(_ => detector())];
        _alarms = new int[devices.Count];
        _scale = 1 / Math.Sqrt(signal.Own * signal.Own + signal.Common * signal.Common);
    }

    /// <summary>Begins with the first sample; call it once, before the run.</summary>
    public void Start()
    {
        for (var device = 0; device < _devices.Count; device++)
        {
            LookAhead(device, SimTime.Start);
        }
    }

    void IEventTarget.Fire(long token)
    {
        var device = (int)token;
        var node = _devices[device];
        if (node.IsUp)
        {
            var serial = _alarms[device]++;
            _log.Raised(node.Entity, serial, device, 1, _simulation.Now);
            node.Originate(new Message(_root, node.Entity, serial, _simulation.Now, device));
        }

        LookAhead(device, _simulation.Now.PlusOrEnd(_times.Pause));
    }

    /// <summary>Schedules the next alarm of a device that begins afresh, if it has one.</summary>
    private void LookAhead(int device, SimTime from)
    {
        var detector = _detectors[device];
        detector.Reset();
        var phase = _signal.PhaseOf(device);
        var every = _signal.Every.Nanoseconds;
        var sample = Math.Max(0, (from.Nanoseconds - phase.Nanoseconds + every - 1) / every);
        Span<double> values = stackalloc double[Block];
        while (true)
        {
            _signal.Read(device, sample, values);
            for (var i = 0; i < Block; i++, sample++)
            {
                var time = SimTime.Start + _signal.Every * sample + phase;
                if (time >= _times.End)
                {
                    return;
                }

                if (detector.Add(values[i] * _scale))
                {
                    _simulation.At(time, this, device);
                    return;
                }
            }
        }
    }
}
