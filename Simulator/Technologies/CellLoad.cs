using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Technologies;

/// <summary>What the fleet of a site asks of a cell, by coupling loss: shares of the uplink, the downlink and the random access of each level.</summary>
internal sealed class CellLoad
{
    private readonly AirInterface _air;
    private readonly Procedure _procedure;
    private readonly ConnectionSettings _settings;
    private readonly double _activations;
    private readonly (double Rate, int Bytes) _up;
    private readonly (double Rate, int Bytes) _down;
    private readonly Dictionary<int, double[]> _perLoss = [];

    public CellLoad(AirInterface air, ConnectionSettings settings, Site site)
    {
        (_air, _procedure, _settings) = (air, settings.Procedure, settings);
        var load = site.Load;
        var silence = settings.Release == ReleaseAssistance.None ? settings.Inactivity.TotalSeconds : AtOnce;
        _activations = load.ActivationsPerSecond(silence);
        _up = (load.UpPacketsPerSecond, Mean(load.UpOctetsPerSecond, load.UpPacketsPerSecond) + _procedure.UplinkOverhead);
        _down = (load.DownPacketsPerSecond, Mean(load.DownOctetsPerSecond, load.DownPacketsPerSecond) + _procedure.DownlinkOverhead);
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
    /// <param name="share">Of the fleet [1].</param>
    public void Add(double[] load, double couplingLoss, double share)
    {
        var loss = (int)Math.Ceiling(couplingLoss);
        if (!_perLoss.TryGetValue(loss, out var whole))
        {
            _perLoss[loss] = whole = OfFleet(loss);
        }

        for (var i = 0; i < load.Length; i++)
        {
            load[i] += share * whole[i];
        }
    }

    /// <summary>What the whole fleet would ask if all stood at a coupling loss.</summary>
    private double[] OfFleet(int loss)
    {
        var load = None();
        var level = _air.LevelOf(loss);
        var access = _air.Levels[level];
        if (_air.CommonControl is { } common)
        {
            load[^1] += _activations * (common.Control + common.Data).TotalSeconds;
        }
        else
        {
            Down(load, loss, access.ResponseBytes, _activations);
        }

        Up(load, loss, _procedure.Request, _activations, isGranted: false);
        Down(load, loss, _procedure.Answer, _activations);
        if (_procedure.GreatestRequest is null || !_procedure.AnswerEnds)
        {
            foreach (var message in _settings.PowerSaving == PowerSaving.Off ? _procedure.Attach : _procedure.SetUp)
            {
                if (message.IsUp)
                {
                    Up(load, loss, message.Bytes, _activations);
                }
                else
                {
                    Down(load, loss, message.Bytes, _activations);
                }
            }

            Down(load, loss, _procedure.Release, _activations);
        }

        Up(load, loss, _up.Bytes - _settings.HeaderSaving, _up.Rate);
        Down(load, loss, _down.Bytes - _settings.HeaderSaving, _down.Rate);
        load[2 + level] += Math.E * _activations * access.Period.TotalSeconds / access.Preambles;
        return load;
    }

    private void Up(double[] load, int loss, int bytes, double rate, bool isGranted = true)
    {
        var transfer = _air.Uplink(loss, Math.Max(1, bytes));
        var blocks = rate * transfer.Blocks / (1 - transfer.BlockErrorRate);
        load[0] += blocks * transfer.Data.TotalSeconds * transfer.Units / _air.UplinkUnits;
        load[1] += isGranted ? blocks * transfer.Control.TotalSeconds / _air.DownlinkUnits : 0;
    }

    private void Down(double[] load, int loss, int bytes, double rate)
    {
        var transfer = _air.Downlink(loss, Math.Max(1, bytes));
        var blocks = rate * transfer.Blocks / (1 - transfer.BlockErrorRate);
        load[1] += blocks * (transfer.Control + transfer.Data).TotalSeconds * transfer.Units / _air.DownlinkUnits;
        load[0] += blocks * transfer.Feedback.TotalSeconds * transfer.FeedbackUnits / _air.UplinkUnits;
    }

    private static int Mean(double octets, double packets) => packets == 0 ? 0 : (int)Math.Ceiling(octets / packets);
}
