using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>Holds alarms against the faults that were declared: how soon each fault is known to a consumer, and how often an alarm has no cause.</summary>
/// <remarks>
/// A fault is detected when an alarm that names a device which it strikes, or all devices where it spreads, reaches a consumer before it is over; of several consumers the first counts. The
/// delay of one that is not detected is all the time that it lasts (a restricted mean, so that what is missed does not flatter those who miss
/// it). Faults count that begin and end within the measurement. An alarm is false if no fault that it might mean is there, or was within the
/// pause before; alarms about all devices mean any fault, but detect only one that spreads. The rate of false alarms is that of the time
/// in which those whom an alarm might mean are without faults. Tested in <c>Tests/Detection/AlarmLogTests</c>.
/// </remarks>
public sealed class AlarmLog : Probe
{
    /// <summary>Share of the time that has to be without faults for a rate of false alarms to be told [1].</summary>
    private const double LeastHealthy = 0.05;
    private const double SecondsPerDay = 86400;

    private readonly Relation _relation;
    private readonly Signal _signal;
    private readonly DetectionTimes _times;
    private readonly Dictionary<(Entity Source, int Serial), Fault> _underWay = [];
    private readonly Dictionary<Fault, SimTime> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Fault[] _counted;
    private readonly Dictionary<(int First, int Count), int> _falseOfGroups = [];
    private int _falseOfDevices;

    /// <param name="relation">The alarms.</param>
    /// <param name="signal">What is measured, and its faults.</param>
    /// <param name="times">When they count.</param>
    public AlarmLog(Relation relation, Signal signal, DetectionTimes times)
    {
        ArgumentNullException.ThrowIfNull(signal);
        (_relation, _signal, _times) = (relation, signal, times);
        _counted = [.. signal.Faults.Where(fault => fault.Start >= times.Begin && fault.End <= times.End)];
    }

    /// <summary>The alarms.</summary>
    public Relation Relation => _relation;

    /// <summary>Faults within the measurement [1].</summary>
    public int FaultCount => _counted.Length;

    /// <summary>Those that a consumer learnt of while they lasted [1].</summary>
    public int Detected => _counted.Count(_known.ContainsKey);

    /// <summary>From the beginning of each fault until it is known, or else over [s].</summary>
    public IReadOnlyList<double> Delays =>
        [.. _counted.Select(fault => ((_known.TryGetValue(fault, out var at) ? at : fault.End) - fault.Start).TotalSeconds)];

    /// <summary>False alarms per day of the whole fleet [1/d]; null where there is hardly a time without faults.</summary>
    public double? FalseAlarmsPerDay
    {
        get
        {
            var days = (_times.End - _times.Begin).TotalSeconds / SecondsPerDay;
            var devices = Enumerable.Range(0, _signal.Devices).Average(device => Healthy(fault => fault.Strikes(device)));
            // Each group by the time in which none of its own devices is struck: others' faults excuse none of its alarms.
            var groups = _falseOfGroups
                .Select(group =>
                    (
                        group.Value,
                        Healthy: Healthy(fault =>
                            fault.Devices.Any(device => device >= group.Key.First && device < group.Key.First + group.Key.Count)
                        )
                    )
                )
                .ToList();
            return devices < LeastHealthy || groups.Exists(group => group.Healthy < LeastHealthy)
                ? null
                : _falseOfDevices / (days * devices) + groups.Sum(group => group.Value / (days * group.Healthy));
        }
    }

    /// <summary>An alarm is raised; call it before the message that tells of it is produced.</summary>
    /// <param name="source">Who tells.</param>
    /// <param name="serial">Number of its message.</param>
    /// <param name="first">The first device that it may mean.</param>
    /// <param name="count">How many it may mean: 1 for a device, more for all that are seen together.</param>
    /// <param name="now">The present.</param>
    public void Raised(Entity source, int serial, int first, int count, SimTime now)
    {
        var meant = _signal
            .Faults.Where(fault => now >= fault.Start && now < fault.End + _times.Pause)
            .Where(fault => fault.Devices.Any(device => device >= first && device < first + count))
            .ToList();
        if (meant.Count == 0)
        {
            var counts = now >= _times.Begin && now < _times.End;
            _falseOfDevices += counts && count == 1 ? 1 : 0;
            if (counts && count > 1)
            {
                _falseOfGroups[(first, count)] = _falseOfGroups.GetValueOrDefault((first, count)) + 1;
            }
        }
        else if (meant.Find(fault => now < fault.End && (count == 1 || fault.Type.Kind == FaultKind.Spread)) is { } fault)
        {
            _underWay.Add((source, serial), fault);
        }
    }

    /// <inheritdoc/>
    public override void Delivered(in Message message, int consumer, SimTime now)
    {
        if (message.Branch.Relation == _relation && _underWay.Remove((message.Source, message.Serial), out var fault) && now < fault.End)
        {
            _known.TryAdd(fault, now);
        }
    }

    /// <summary>Share of the measured time in which none of some faults is there, nor was within the pause before [1].</summary>
    private double Healthy(Func<Fault, bool> which)
    {
        var (free, at) = (Duration.Zero, _times.Begin);
        foreach (var fault in _signal.Faults.Where(which))
        {
            var start = SimTime.Min(fault.Start, _times.End);
            free += Duration.Max(start - at, Duration.Zero);
            at = SimTime.Max(at, SimTime.Min(fault.End.PlusOrEnd(_times.Pause), _times.End));
        }

        free += _times.End - at;
        return free / (_times.End - _times.Begin);
    }
}
