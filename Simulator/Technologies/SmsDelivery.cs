using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Gsm;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A message on its way through the service centre, with all its parts.</summary>
internal sealed class SmsDelivery : IEventTarget
{
    private const int Steps = 3;
    private const int Submitted = 0;
    private const int Attempt = 1;
    private const int Arrived = 2;
    private static readonly Purpose SubmitPurpose = Purpose.Named("sms submission");
    private static readonly Purpose CentrePurpose = Purpose.Named("sms centre");
    private static readonly Purpose DeliverPurpose = Purpose.Named("sms delivery");

    private readonly SmsInstallation _installation;
    private readonly Node _sender;
    private readonly Node _receiver;
    private readonly SmsMobile? _senderMobile;
    private readonly SmsMobile? _receiverMobile;
    private readonly int _parts;
    private readonly int _number;
    private readonly int[] _attempts;
    private Message _message;
    private SimTime _stored;
    private int _open;
    private bool _isOver;

    /// <param name="installation">Of the service.</param>
    /// <param name="message">What is sent.</param>
    /// <param name="sender">By whom.</param>
    /// <param name="receiver">To whom.</param>
    /// <param name="isUp">Whether the near end sends.</param>
    /// <param name="parts">Short messages that it takes [1].</param>
    /// <param name="number">Which message of the session.</param>
    public SmsDelivery(SmsInstallation installation, in Message message, Node sender, Node receiver, bool isUp, int parts, int number)
    {
        var options = installation.Options;
        (_installation, _message, _sender, _receiver, _parts, _number) = (installation, message, sender, receiver, parts, number);
        var (from, to) = isUp ? (options.Near, options.Far) : (options.Far, options.Near);
        _senderMobile = from == SmsEnd.Mobile ? installation.MobileOf(sender) : null;
        _receiverMobile = to == SmsEnd.Mobile ? installation.MobileOf(receiver) : null;
        _attempts = new int[parts];
        _open = parts;
    }

    private Simulation Simulation => _installation.Simulation;

    private SmsOptions Options => _installation.Options;

    private int Octets => _message.Branch.Relation.Content.PackedBytes;

    /// <summary>The sender submits the parts, one after the other.</summary>
    public void Begin()
    {
        for (var part = 0; part < _parts; part++)
        {
            var (begin, end) = (Simulation.Now, Simulation.Now + Options.AccountDelay);
            if (_senderMobile is not null)
            {
                var draw = Draw(SubmitPurpose, part, 0);
                (begin, end) = _senderMobile.Occupy(_installation.AirTime(ref draw));
            }

            if (part == 0)
            {
                _message.EndStage(0, begin);
            }

            _installation.Submitted.Add(_message.Branch.Relation, 1);
            _installation.Observers.FrameSent(_installation.Service, ShortMessage.LengthOf(Octets, part), end - begin);
            Simulation.At(end, this, part * Steps + Submitted);
        }

        if (_senderMobile is not null)
        {
            _senderMobile.Outgoing++;
        }
    }

    void IEventTarget.Fire(long token)
    {
        var (part, step) = Math.DivRem((int)token, Steps);
        switch (step)
        {
            case Submitted:
                Store(part);
                break;
            case Attempt:
                Try(part);
                break;
            default:
                Arrive(part);
                break;
        }
    }

    private void Store(int part)
    {
        if (part == _parts - 1 && _senderMobile is not null)
        {
            _senderMobile.Outgoing--;
        }

        if (part == 0)
        {
            _stored = Simulation.Now;
        }

        var draw = Draw(CentrePurpose, part, 0);
        if (!_sender.IsUp)
        {
            Drop(DropReason.NodeDown);
        }
        else if (draw.Bernoulli(Options.Loss))
        {
            Drop(DropReason.Noise);
        }
        else
        {
            var time = draw.Uniform(Options.CentreLeast.TotalSeconds, Options.CentreMost.TotalSeconds).Seconds;
            Simulation.After(time, this, part * Steps + Attempt);
        }
    }

    /// <summary>The service centre tries to deliver.</summary>
    private void Try(int part)
    {
        if (_isOver)
        {
            return;
        }

        if (!_receiver.IsUp || _receiverMobile is { IsReachable: false })
        {
            TryLater(part);
            return;
        }

        var end = Simulation.Now + Options.AccountDelay;
        if (_receiverMobile is not null)
        {
            var draw = Draw(DeliverPurpose, part, _attempts[part]);
            (_, end) = _receiverMobile.Occupy(_installation.AirTime(ref draw));
        }

        Simulation.At(end, this, part * Steps + Arrived);
    }

    private void TryLater(int part)
    {
        var delay = Options.RetryDelay.TotalSeconds * Math.Pow(2, _attempts[part]++);
        var next = Simulation.Now + Math.Min(delay, Options.RetryMaximum.TotalSeconds).Seconds;
        if (Options.Alert && _receiver.IsUp && _receiverMobile is not null)
        {
            next = SimTime.Min(next, _receiverMobile.IsBack);
        }

        if (next - _stored > Options.Validity)
        {
            Drop(DropReason.RetriesExhausted);
        }
        else
        {
            Simulation.At(next, this, part * Steps + Attempt);
        }
    }

    private void Arrive(int part)
    {
        if (_isOver)
        {
            return;
        }

        if (!_receiver.IsUp)
        {
            TryLater(part);
            return;
        }

        if (--_open == 0)
        {
            _isOver = true;
            _message.EndStage(1, Simulation.Now);
            _receiver.Receive(_message);
        }
    }

    private void Drop(DropReason reason)
    {
        if (!_isOver)
        {
            _isOver = true;
            _message.EndStage(1, Simulation.Now);
            _installation.Observers.Dropped(_message, reason, Simulation.Now);
        }
    }

    private Draw Draw(Purpose purpose, int part, int attempt) =>
        Simulation.Random.Draw(
            Entity.Link(_sender.Entity, _receiver.Entity),
            purpose,
            ((long)_number * ShortMessage.MostParts + part) * 0x10000 + attempt
        );
}
