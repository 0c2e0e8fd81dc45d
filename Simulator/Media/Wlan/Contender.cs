using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>Somebody who contends for a channel: its window, its counter, and since when that counts.</summary>
internal abstract class Contender(WlanSettings settings, Luck backOff)
{
    /// <summary>CW [1].</summary>
    private int _window = settings.LeastWindow;
    private int _shortAttempts;
    private int _longAttempts;

    protected WlanSettings Settings { get; } = settings;

    /// <summary>Number of the slot of the channel in which its counter ends, while it counts with the others [1].</summary>
    public long Due { get; set; }

    /// <summary>Idle period in which it counts from a start of its own; others do not apply [1].</summary>
    public long Period { get; set; } = -1;

    /// <summary>With a start of its own: from when on its slots count.</summary>
    public SimTime Start { get; set; }

    /// <summary>With a start of its own: slots to wait [1].</summary>
    public long Counter { get; set; }

    /// <summary>Whether it goes without back-off, as it found the channel idle.</summary>
    public bool IsImmediate { get; set; }

    /// <summary>Whether it has something to send and may.</summary>
    public bool IsContending { get; set; }

    /// <summary>What it is about to put on the air, or has there.</summary>
    public Exchange Exchange { get; protected set; }

    /// <summary>When it does so with a start of its own.</summary>
    public SimTime OwnAccess => Start + Settings.Phy.Slot * Counter;

    /// <summary>Works out what it puts on the air from now on.</summary>
    public abstract void Begin(SimTime now);

    /// <summary>Draws whether noise destroys it.</summary>
    public abstract bool IsLostToNoise();

    /// <summary>Power at the access point [mW]; 0 for what is not meant for it.</summary>
    public abstract double Milliwatts { get; }

    /// <summary>A draw of the counter, uniform in 0 … CW [1].</summary>
    public long DrawCounter()
    {
        var draw = backOff.Next();
        return draw.UniformIndex(_window + 1);
    }

    /// <summary>Counts a failed attempt and doubles the window.</summary>
    /// <param name="isAnswered">Whether its request to send was answered, so that the data themselves were lost.</param>
    /// <returns>Whether that was the last attempt.</returns>
    public bool FailedLast(bool isAnswered)
    {
        _window = Math.Min(2 * (_window + 1) - 1, Settings.GreatestWindow);
        return isAnswered ? ++_longAttempts >= Settings.LongRetryLimit : ++_shortAttempts >= Settings.ShortRetryLimit;
    }

    /// <summary>Begins anew with the next frame.</summary>
    public void Reset()
    {
        _window = Settings.LeastWindow;
        _shortAttempts = _longAttempts = 0;
    }
}
