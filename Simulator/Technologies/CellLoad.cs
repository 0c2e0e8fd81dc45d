using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Technologies;

/// <summary>What the fleet of a site asks of a cell, by coupling loss: shares of the uplink, the downlink and the random access of each level.</summary>
/// <remarks>
/// Counted: what each exchange takes with its signalling, resumed where every fleet sends within the lifetime of the inactive state, and the updates of devices that are silent for longer than their period. In two steps, requests
/// go in what is set aside for them, and random access is full when the preambles of two steps are, which all devices try first: those of four steps are what the rest falls back on. Not counted: pages, scheduling requests, what collides, and the
/// times in which a device waits for the core network or its release, which take nothing of the air.
/// </remarks>
internal sealed class CellLoad
{
    private readonly AirInterface _air;
    private readonly Procedure _procedure;
    private readonly ConnectionSettings _settings;
    private readonly double _activations;
    private readonly (double Rate, int Bytes) _up;
    private readonly (double Rate, int Bytes) _down;
    private readonly Dictionary<int, (double[] Fleet, double[] Update)> _perLoss = [];

    public CellLoad(AirInterface air, ConnectionSettings settings, Site site)
    {
        (_air, _procedure, _settings) = (air, ProcedureOf(settings, site), settings);
        var load = site.Load;
        var silence = settings.Release == ReleaseAssistance.None ? settings.Inactivity.TotalSeconds : AtOnce;
        _activations = load.ActivationsPerSecond(silence);
        _up = (load.UpPacketsPerSecond, Mean(load.UpOctetsPerSecond, load.UpPacketsPerSecond) + _procedure.UplinkOverhead);
        _down = (load.DownPacketsPerSecond, Mean(load.DownOctetsPerSecond, load.DownPacketsPerSecond) + _procedure.DownlinkOverhead);
    }

    /// <summary>The signalling of most exchanges: that of the inactive state if no fleet is silent for longer than it lasts.</summary>
    private static Procedure ProcedureOf(ConnectionSettings settings, Site site)
    {
        if (settings.Inactive is not { } inactive)
        {
            return settings.Procedure;
        }

        var longest = site
            .Fleets.Where(fleet => fleet.Demand.MessagesPerSecond > 0)
            .Select(fleet => fleet.Count / fleet.Demand.MessagesPerSecond)
            .DefaultIfEmpty()
            .Max();
        return inactive.Lifetime is not { } lifetime || longest < lifetime.TotalSeconds ? inactive.Procedure : settings.Procedure;
    }

    /// <summary>A silence that ends a connection of which the device said so [s].</summary>
    private const double AtOnce = 1;

    /// <summary>Share of the uplink that is set aside for random access whatever happens [1].</summary>
    public double Standing => _air.AccessShare;

    /// <summary>Room for the shares: uplink, downlink, random access of each level, common control channel.</summary>
    public double[] None() => new double[3 + _air.Levels.Count];

    /// <summary>Adds devices at a place.</summary>
    /// <param name="load">The shares [1].</param>
    /// <param name="couplingLoss">[dB].</param>
    /// <param name="share">Of what the fleet sends and receives [1].</param>
    /// <param name="updates">Tracking area updates of these devices [1/s].</param>
    public void Add(double[] load, double couplingLoss, double share, double updates)
    {
        var loss = (int)Math.Ceiling(couplingLoss);
        if (!_perLoss.TryGetValue(loss, out var whole))
        {
            _perLoss[loss] = whole = (OfFleet(loss), OfUpdate(loss));
        }

        for (var i = 0; i < load.Length; i++)
        {
            load[i] += share * whole.Fleet[i] + updates * whole.Update[i];
        }
    }

    /// <summary>Updates of devices, of the tracking area when idle and of the area of notification when inactive: one whenever a period has passed since the last message [1/s].</summary>
    /// <param name="devices">How many [1].</param>
    /// <param name="messagesPerSecond">Of all of them, evenly spaced from each [1/s].</param>
    public double Updates(double devices, double messagesPerSecond)
    {
        var (inactive, interval) = (_settings.Inactive, devices / messagesPerSecond);
        if (inactive?.AreaUpdate is { } area && inactive.Holds(area))
        {
            return Updates(interval, area.TotalSeconds);
        }

        // A device that is idle only after its lifetime begins to count there.
        var idleFrom =
            inactive is null ? 0
            : inactive.Lifetime is { } lifetime ? lifetime.TotalSeconds
            : double.PositiveInfinity;
        return _settings.PeriodicUpdate is not { } period || double.IsPositiveInfinity(idleFrom) ? 0
            : double.IsFinite(interval) ? Updates(Math.Max(0, interval - idleFrom), period.TotalSeconds)
            : devices / period.TotalSeconds;

        double Updates(double silence, double every) =>
            double.IsFinite(silence) ? Math.Floor(silence / every) * messagesPerSecond : devices / every;
    }

    /// <summary>What the whole fleet would ask if all stood at a coupling loss.</summary>
    private double[] OfFleet(int loss)
    {
        var load = None();
        Access(load, loss, _activations);
        if (_procedure.GreatestRequest is null || !_procedure.AnswerEnds)
        {
            Signal(load, loss, _settings.PowerSaving == PowerSaving.Off ? _procedure.Attach : _procedure.SetUp, _activations);
        }

        Up(load, loss, _up.Bytes - _settings.HeaderSaving, _up.Rate - (GoesAtOnce(loss) ? Math.Min(_activations, _up.Rate) : 0));
        Down(load, loss, _down.Bytes - _settings.HeaderSaving, _down.Rate);
        return load;
    }

    /// <summary>What a tracking area update a second takes at a coupling loss.</summary>
    private double[] OfUpdate(int loss)
    {
        var load = None();
        Access(load, loss, 1);
        if (_procedure.Update.Count > 0)
        {
            Signal(load, loss, _procedure.Update, 1);
        }

        return load;
    }

    /// <summary>Whether a packet goes right behind the preamble, in what is set aside for requests.</summary>
    private bool GoesAtOnce(int loss) =>
        _air.Levels[_air.LevelOf(loss)].TwoStep is { } two
        && _procedure.GreatestRequest is { } most
        && _procedure.Request + _up.Bytes - _settings.HeaderSaving <= Math.Min(most, two.RequestBytes);

    /// <summary>Random access with its response, request and answer.</summary>
    private void Access(double[] load, int loss, double rate)
    {
        var level = _air.LevelOf(loss);
        var access = _air.Levels[level];
        // Whose request is not understood goes on with the rest of four steps.
        var responses = rate * (access.TwoStep?.RequestErrorRate ?? 1);
        if (_air.CommonControl is { } common)
        {
            load[^1] += responses * (common.Control + common.Data).TotalSeconds;
        }
        else
        {
            Down(load, loss, access.ResponseBytes, responses);
        }

        Up(load, loss, _procedure.Request, responses, isGranted: false);
        Down(load, loss, _procedure.Answer, rate);
        load[2 + level] += Math.E * rate * access.Period.TotalSeconds / (access.TwoStep?.Preambles ?? access.Preambles);
    }

    /// <summary>Signalling after the answer, up to the release.</summary>
    private void Signal(double[] load, int loss, IReadOnlyList<SignallingMessage> messages, double rate)
    {
        foreach (var message in messages)
        {
            if (message.IsUp)
            {
                Up(load, loss, message.Bytes, rate);
            }
            else
            {
                Down(load, loss, message.Bytes, rate);
            }
        }

        Down(load, loss, _procedure.Release, rate);
    }

    private void Up(double[] load, int loss, int bytes, double rate, bool isGranted = true)
    {
        var transfer = _air.Uplink(loss, Math.Max(1, bytes));
        var blocks = rate * transfer.Blocks * transfer.MeanTransmissions;
        load[0] += blocks * transfer.Data.TotalSeconds * transfer.Units / _air.UplinkUnits;
        load[1] += isGranted ? blocks * transfer.Control.TotalSeconds / _air.DownlinkUnits : 0;
    }

    private void Down(double[] load, int loss, int bytes, double rate)
    {
        var transfer = _air.Downlink(loss, Math.Max(1, bytes));
        var blocks = rate * transfer.Blocks * transfer.MeanTransmissions;
        load[1] += blocks * (transfer.Control + transfer.Data).TotalSeconds * transfer.Units / _air.DownlinkUnits;
        load[0] += blocks * transfer.Feedback.TotalSeconds * transfer.FeedbackUnits / _air.UplinkUnits;
    }

    private static int Mean(double octets, double packets) => packets == 0 ? 0 : (int)Math.Ceiling(octets / packets);
}
