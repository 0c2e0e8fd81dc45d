using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Radio.PowerLine;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A meter on a power line: keeps its messages until it is asked; the concentrator keeps what it has to set until the meter's turn.</summary>
public sealed class PlcG3Meter : Session, IEventTarget
{
    internal const int Transmit = 1;
    private static readonly Purpose PlacePurpose = Purpose.Named("plc place");
    private static readonly Purpose ExchangePurpose = Purpose.Named("plc exchange");

    private readonly PlcG3Installation _line;
    private readonly EnergyMeter? _meter;
    private readonly Queue<Message> _toFetch = new();
    private readonly Queue<Message> _toSet = new();
    private readonly Queue<(Message Message, bool IsSetting, DropReason? Lost)> _done = new();
    private long _exchanges;

    internal PlcG3Meter(PlcG3Installation line, Node device, Node end, EnergyMeter? meter)
        : base(device, end)
    {
        (_line, _meter) = (line, meter);
        var draw = line.Simulation.Random.Draw(device.Entity, PlacePurpose);
        Hops = 1 + draw.UniformIndex(line.Options.Hops);
        IsReachable = !draw.Bernoulli(line.Options.Unreachable);
        line.Concentrator.Seat(this);
    }

    /// <summary>Hops to the concentrator [1].</summary>
    public int Hops { get; }

    /// <summary>Whether any repeater reaches it.</summary>
    public bool IsReachable { get; }

    private PlcG3Options Options => _line.Options;

    /// <inheritdoc/>
    public override void Send(in Message message, Node sender)
    {
        var isSetting = sender != Near;
        var waiting = isSetting ? _toSet : _toFetch;
        var now = _line.Simulation.Now;
        var content = message.Branch.Relation.Content;
        if ((isSetting ? _line.Datagrams.Set(content) : _line.Datagrams.Get(content)) > PlcG3Datagrams.Maximum)
        {
            _line.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (!IsReachable)
        {
            // It would fill a buffer that nobody empties: what loses it is the line.
            _line.Observers.Dropped(message, DropReason.OutOfRange, now);
        }
        else if (waiting.Count == Options.Buffer)
        {
            _line.Observers.Dropped(message, DropReason.QueueFull, now);
        }
        else
        {
            waiting.Enqueue(message);
        }
    }

    /// <summary>Its turn begins: settings first, then all it has, or the answer that it has nothing.</summary>
    /// <returns>How long the turn lasts.</returns>
    internal Duration Serve(SimTime now)
    {
        var end = now;
        while (_toSet.TryDequeue(out var setting))
        {
            setting.EndStage(0, end);
            Carry(setting, true, _line.Datagrams.Setting(setting.Branch.Relation.Content), ref end);
        }

        if (!Near.IsUp || _toFetch.Count == 0)
        {
            // It keeps what it has: whoever asks does not learn that there is something.
            Exchange(_line.Datagrams.Nothing, isSetting: false, ref end);
            return end - now;
        }

        while (_toFetch.TryPeek(out var message))
        {
            message.EndStage(0, end);
            var isCarried = Carry(message, false, _line.Datagrams.Reading(message.Branch.Relation.Content), ref end);
            _toFetch.Dequeue();
            if (!isCarried)
            {
                break;
            }
        }

        return end - now;
    }

    /// <summary>An exchange has ended, or the last that tried to.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _line.Simulation.Now;
        var (message, isSetting, lost) = _done.Dequeue();
        message.EndStage(1, now);
        if ((Near.IsUp ? lost : DropReason.NodeDown) is { } reason)
        {
            _line.Observers.Dropped(message, reason, now);
        }
        else
        {
            (isSetting ? Near : Far).Receive(message);
        }
    }

    private bool Carry(in Message message, bool isSetting, (LowPanFragments, LowPanFragments) datagrams, ref SimTime end)
    {
        var isCarried = Exchange(datagrams, isSetting, ref end);
        _done.Enqueue((message, isSetting, isCarried ? null : DropReason.RetriesExhausted));
        _line.Simulation.At(end, this);
        return isCarried;
    }

    /// <summary>Request and response, as often as it takes or is allowed.</summary>
    /// <returns>Whether what matters has arrived: the request that sets something, or the response that was asked for.</returns>
    private bool Exchange((LowPanFragments Request, LowPanFragments Response) datagrams, bool isSetting, ref SimTime end)
    {
        var draw = _line.Simulation.Random.Draw(Near.Entity, ExchangePurpose, _exchanges++);
        var isSet = false;
        for (var tries = 0; tries < Options.Tries; tries++)
        {
            var begun = end;
            if (Cross(datagrams.Request, isUp: false, ref draw, ref end) && Near.IsUp)
            {
                isSet = isSetting;
                end += Options.MeterDelay;
                if (Cross(datagrams.Response, isUp: true, ref draw, ref end))
                {
                    return true;
                }
            }

            end = SimTime.Max(end, begun + Options.ResponseTimeout);
        }

        return isSet;
    }

    /// <summary>All fragments over all hops, one after the other; the first that is given up ends it.</summary>
    private bool Cross(LowPanFragments datagram, bool isUp, ref Draw draw, ref SimTime end)
    {
        for (var i = 0; i < datagram.Count; i++)
        {
            for (var hop = 0; hop < Hops; hop++)
            {
                if (!Hop(datagram[i] + Options.FrameOverhead, isOwn: isUp && hop == 0, ref draw, ref end))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A frame on one hop: repeated until its sender hears that it has arrived, or may repeat it no more.</summary>
    private bool Hop(int psdu, bool isOwn, ref Draw draw, ref SimTime end)
    {
        var airtime = G3Frame.Airtime(psdu, Options.Modulation);
        var hasArrived = false;
        for (var attempt = 0; attempt <= Options.Retries; attempt++)
        {
            end += G3Frame.Slot * draw.UniformIndex(1 << Options.MinimumBackoffExponent);
            Told(psdu, airtime, isOwn, end);
            var isHeard = IsReachable && !draw.Bernoulli(Options.FrameLoss);
            var isConfirmed = isHeard && !draw.Bernoulli(Options.AcknowledgementLoss);
            hasArrived |= isHeard;
            if (isHeard)
            {
                _line.Line.Carry(G3Frame.Acknowledgement);
            }
            else
            {
                _line.Observers.FrameLost(_line.Line, IsReachable ? DropReason.Noise : DropReason.OutOfRange);
            }

            end += G3Frame.Attempt(psdu, Options.Modulation);
            if (isConfirmed)
            {
                break;
            }
        }

        return hasArrived;
    }

    private void Told(int psdu, Duration airtime, bool isOwn, SimTime begin)
    {
        _line.Line.Carry(airtime);
        _line.Observers.FrameSent(_line.Line, psdu, airtime);
        if (isOwn)
        {
            _meter?.Spend(Transmit, begin, airtime, _line.Simulation.Now);
        }
    }
}
