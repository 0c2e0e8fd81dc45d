using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>A place that sees several devices by their reports: it looks at each of them, and at all of them together.</summary>
/// <remarks>
/// Modelled: reports of one interval are looked at when the last has come, or when those that are missing are overdue. Of each device, what the others say about what all have in
/// common is taken off; see <see cref="CommonPart"/>. Of all together, the mean is watched. Both are standardized with the devices that reported. Reports that come too late are not
/// looked at. Tested in <c>Tests/Detection/DetectionTests</c>.
/// </remarks>
public sealed class CentralWatch : IArrivalListener, IEventTarget
{
    private const long Alarm = -1;
    private readonly Queue<Message> _raised = new();
    private readonly Simulation _simulation;
    private readonly Node _node;
    private readonly Branch _root;
    private readonly Signal _signal;
    private readonly CentralView _view;
    private readonly DetectionTimes _times;
    private readonly AlarmLog _log;
    private readonly IDetector[] _detectors;
    private readonly IDetector? _ofAll;
    private readonly SimTime[] _pausedUntil;
    private readonly double[] _means;
    private readonly bool[] _came;
    private readonly double[] _samples;
    private readonly CommonPart _common;
    private long _window;
    private int _present;
    private int _alarms;

    /// <param name="simulation">The clock.</param>
    /// <param name="node">Where it is.</param>
    /// <param name="root">The tree of the alarms.</param>
    /// <param name="signal">What is measured.</param>
    /// <param name="view">What it sees.</param>
    /// <param name="detector">Makes the detector of a device.</param>
    /// <param name="ofAll">Makes that of all together; not asked where one device is seen.</param>
    /// <param name="times">When it looks.</param>
    /// <param name="log">Is told of every alarm.</param>
    public CentralWatch(
        Simulation simulation,
        Node node,
        Branch root,
        Signal signal,
        CentralView view,
        Func<IDetector> detector,
        Func<IDetector> ofAll,
        DetectionTimes times,
        AlarmLog log
    )
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(ofAll);
        (_simulation, _node, _root, _signal, _view, _times, _log) = (simulation, node, root, signal, view, times, log);
        _detectors = [.. Enumerable.Range(0, view.Count).Select(_ => detector())];
        _ofAll = view.Count > 1 ? ofAll() : null;
        _pausedUntil = new SimTime[view.Count + 1];
        _means = new double[view.Count];
        _came = new bool[view.Count];
        _samples = new double[view.Samples];
        _common = new CommonPart(view.Count, signal.Own, signal.Common);
    }

    /// <summary>Where it is.</summary>
    public Node Node => _node;

    private Duration Interval => _signal.Every * (long)_view.Samples;

    /// <summary>Begins with the first reports; call it once, before the run.</summary>
    public void Start() => _simulation.At(Overdue(0), this, 0);

    /// <inheritdoc/>
    public void Arrived(in Message message, Node node)
    {
        var place = message.Source.Number - _view.First;
        if (message.Serial < _window || place < 0 || place >= _view.Count)
        {
            return;
        }

        while (message.Serial > _window)
        {
            Look();
        }

        if (_came[place])
        {
            return;
        }

        _signal.Read(message.Source.Number, _window * _view.Samples, _samples);
        var sum = 0.0;
        foreach (var sample in _samples)
        {
            sum += sample;
        }

        (_means[place], _came[place]) = (sum / _view.Samples, true);
        _present++;
        if (_present == _view.Count)
        {
            Look();
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == Alarm)
        {
            _node.Originate(_raised.Dequeue());
            return;
        }

        while (_window <= token)
        {
            Look();
        }

        if (Overdue(token + 1) < _times.End)
        {
            _simulation.At(Overdue(token + 1), this, token + 1);
        }
    }

    private SimTime Overdue(long window) => SimTime.Start + Interval * (window + 1) + _view.Wait;

    /// <summary>Looks at the reports of the present interval and goes on to the next.</summary>
    private void Look()
    {
        if (_present > 0 && _simulation.Now < _times.End && _node.IsUp)
        {
            Judge();
        }

        Array.Clear(_came);
        _present = 0;
        _window++;
    }

    private void Judge()
    {
        var sum = 0.0;
        for (var i = 0; i < _view.Count; i++)
        {
            sum += _came[i] ? _means[i] : 0;
        }

        var (own, common, root) = (_signal.Own * _signal.Own, _signal.Common * _signal.Common, Math.Sqrt(_view.Samples));
        if (_ofAll is not null)
        {
            Add(_ofAll, _view.Count, sum / _present * root / Math.Sqrt(common + own / _present));
        }

        _common.Take(_means, _came);
        for (var i = 0; i < _view.Count; i++)
        {
            if (_came[i])
            {
                Add(_detectors[i], i, _common.TakenOff(i) * root);
            }
        }
    }

    private void Add(IDetector detector, int place, double deviation)
    {
        var now = _simulation.Now;
        if (now < _pausedUntil[place] || !detector.Add(deviation))
        {
            return;
        }

        detector.Reset();
        _pausedUntil[place] = now.PlusOrEnd(_times.Pause);
        var (first, count) = place == _view.Count ? (_view.First, _view.Count) : (_view.First + place, 1);
        _log.Raised(_node.Entity, _alarms, first, count, now);

        // Through the agenda, not within the session that brought the last report.
        _raised.Enqueue(new Message(_root, _node.Entity, _alarms++, now, first));
        _simulation.At(now, this, Alarm);
    }
}
