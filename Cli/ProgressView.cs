using System.Diagnostics;
using System.Globalization;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli;

/// <summary>Tells on stderr how far a study has come: one line that is rewritten on a terminal, plain lines elsewhere.</summary>
internal sealed class ProgressView : IDisposable
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(200);

    private readonly bool _live;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private TimeSpan _shown = TimeSpan.MinValue;
    private int _width;

    private ProgressView(bool live) => _live = live;

    public static ProgressView Create() => new(!Console.IsErrorRedirected);

    /// <summary>Shows the progress, if it is time to.</summary>
    public void Show(RunProgress progress)
    {
        lock (_lock)
        {
            var now = _clock.Elapsed;
            var isLast = progress.Done == progress.Total;
            if (!isLast && _shown != TimeSpan.MinValue && now - _shown < (_live ? LiveInterval : PlainInterval))
            {
                return;
            }

            _shown = now;
            var text = Describe(progress, now);
            if (_live)
            {
                Console.Error.Write($"\r{text.PadRight(_width)}");
                _width = text.Length;
            }
            else
            {
                Console.Error.WriteLine(text);
            }
        }
    }

    /// <summary>Says something on a line of its own.</summary>
    public void Say(string text)
    {
        lock (_lock)
        {
            Clear();
            Console.Error.WriteLine(text);
        }
    }

    /// <summary>Prints a result, past the line that is rewritten.</summary>
    public void Print(string text)
    {
        lock (_lock)
        {
            Clear();
            Console.Out.WriteLine(text);
        }
    }

    /// <summary>Ends the line that is rewritten.</summary>
    public void Close()
    {
        lock (_lock)
        {
            Clear();
        }
    }

    public void Dispose() => Close();

    private void Clear()
    {
        if (_live && _width > 0)
        {
            Console.Error.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    private static string Describe(RunProgress progress, TimeSpan elapsed)
    {
        var computed = progress.Done - progress.Reused;
        var rate = progress.Events / Math.Max(elapsed.TotalSeconds, 1e-3);
        var left = computed > 0 ? TimeSpan.FromSeconds(elapsed.TotalSeconds / computed * (progress.Total - progress.Done)) : TimeSpan.Zero;
        var reused = progress.Reused > 0 ? $", {progress.Reused} of them from before" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Done}/{progress.Total} runs{reused}, {rate / 1e6:0.0} M events/s, about {Math.Ceiling(left.TotalSeconds):0} s left: {progress.Current}"
        );
    }
}
