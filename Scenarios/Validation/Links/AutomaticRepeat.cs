using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>A sender that always has frames, over a link that loses them, with a window; share of the rate that gets through.</summary>
/// <remarks>
/// The first tenth of the frames fills the pipe and is not counted. A frame takes 1 ms, its acknowledgement is back a microsecond before 1 + 2a frames are over, so that the next slot knows it.
/// </remarks>
internal sealed class AutomaticRepeat
{
    private const int Bytes = 1000;
    private static readonly Duration Frame = 1.Milliseconds;
    private readonly LinkBench _bench;
    private readonly Simulation _simulation;
    private readonly Duration _roundTrip;
    private readonly int _window;
    private readonly int _frames;
    private int _delivered;
    private SimTime _begin;
    private SimTime _end;

    private AutomaticRepeat(int replication, double loss, double a, int window, int frames)
    {
        var propagation = a * Frame.TotalSeconds;
        _bench = new LinkBench(replication, RetransmissionSuite.Lossy(loss, propagation), RetransmissionSuite.Instant(propagation - 1e-6));
        _simulation = _bench.Simulation;
        _roundTrip = (2 * propagation).Seconds;
        (_window, _frames) = (window, frames);
    }

    public static double Run(int replication, double loss, double a, int window, bool selective, int frames)
    {
        var repeat = new AutomaticRepeat(replication, loss, a, window, frames);
        if (selective)
        {
            repeat.StartSelective();
        }
        else
        {
            repeat._simulation.Start(repeat.GoBack());
        }

        repeat._simulation.Run();
        return (frames - frames / 10) * Frame.TotalSeconds / (repeat._end - repeat._begin).TotalSeconds;
    }

    /// <summary>Each place in the window sends its frame, until it is acknowledged, then another.</summary>
    private void StartSelective()
    {
        var line = new Resource(_simulation);
        var acknowledged = new bool[_window];
        _bench.Arrived = place => _bench.Return(place, 1);
        _bench.Returned = place => acknowledged[place] = true;
        for (var place = 0; place < _window; place++)
        {
            _simulation.Start(Place(place, line, acknowledged));
        }
    }

    private async Process Place(int place, Resource line, bool[] acknowledged)
    {
        while (_delivered < _frames)
        {
            using (await line.Request())
            {
                _bench.Send(place, Bytes);
                await _simulation.Delay(Frame);
            }

            await _simulation.Delay(_roundTrip);
            if (acknowledged[place])
            {
                Count();
                acknowledged[place] = false;
            }
        }
    }

    private void Count()
    {
        _delivered++;
        _begin = _delivered == _frames / 10 ? _simulation.Now : _begin;
        _end = _delivered == _frames ? _simulation.Now : _end;
    }

    /// <summary>The receiver takes frames in order only; the sender goes back to the oldest frame when its acknowledgement is overdue.</summary>
    private async Process GoBack()
    {
        var sent = new SimTime[_frames + _window];
        var (oldest, next) = (0, 0);
        _bench.Arrived = number =>
        {
            if (number == _delivered)
            {
                Count();
                _bench.Return(number, 1);
            }
        };
        _bench.Returned = number => oldest = number + 1;
        while (oldest < _frames)
        {
            if (oldest < next && _simulation.Now - sent[oldest] >= Frame + _roundTrip)
            {
                next = oldest;
            }

            if (next - oldest < _window)
            {
                sent[next] = _simulation.Now;
                _bench.Send(next++, Bytes);
            }

            await _simulation.Delay(Frame);
        }
    }
}
