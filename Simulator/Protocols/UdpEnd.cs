using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a datagram session: sends its messages and receives those of its peer.</summary>
internal sealed class UdpEnd(Node node, bool isNear, UdpOptions options) : IFrameReceiver, IEventTarget
{
    private UdpEnd? _peer;
    private Route? _route;
    private UdpDatagram? _spare;
    private Outstanding? _outstanding;

    public Node Node { get; } = node;

    public bool IsNear { get; } = isNear;

    public UdpEnd Peer => _peer!;

    public void Connect(UdpEnd peer, Route route) => (_peer, _route) = (peer, route);

    public void Send(in Message message)
    {
        var length = InternetPacket.HeaderLength + UdpDatagram.UdpHeaderLength + (options.Confirmed ? UdpDatagram.NumberLength : 0);
        if (length + PayloadEncoding.Size(message.Branch.Relation.Content, options.Encoding) > InternetPacket.MaximumLength)
        {
            Node.Observers.Dropped(message, DropReason.TooLarge, Now);
        }
        else if (options.Confirmed)
        {
            SendConfirmed(message);
        }
        else
        {
            SendDatagram(message, number: -1);
        }
    }

    void IFrameReceiver.Receive(in Frame frame)
    {
        var datagram = (UdpDatagram)frame.Packet;
        var (message, number, acknowledges) = (datagram.Message, datagram.Number, datagram.Acknowledges);
        Peer._spare = datagram;
        if (number < 0)
        {
            message.EndCrossing(frame, Now);
            Node.Receive(message);
        }
        else if (Node.IsUp && acknowledges)
        {
            Acknowledged(number);
        }
        else if (Node.IsUp)
        {
            ReceiveConfirmed(message, number, frame);
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason)
    {
        var datagram = (UdpDatagram)frame.Packet;
        if (datagram.Number < 0)
        {
            Node.Observers.Dropped(datagram.Message, reason, Now);
        }

        Peer._spare = datagram;
    }

    void IEventTarget.Fire(long token)
    {
        var outstanding = _outstanding!;
        if (outstanding.Tries <= options.Retries && Node.IsUp)
        {
            Transmit(outstanding);
            return;
        }

        if (!outstanding.IsDelivered)
        {
            Node.Observers.Dropped(outstanding.Message, Node.IsUp ? DropReason.RetriesExhausted : DropReason.NodeDown, Now);
        }

        Next(outstanding);
    }

    private SimTime Now => Node.Simulation.Now;

    private void SendConfirmed(in Message message)
    {
        _outstanding ??= new Outstanding(new Alarm(Node.Simulation, this));
        if (!_outstanding.IsBusy)
        {
            _outstanding.Begin(message);
            Transmit(_outstanding);
        }
        else if (_outstanding.Waiting.Count < options.Buffer)
        {
            _outstanding.Waiting.Enqueue(message);
        }
        else
        {
            Node.Observers.Dropped(message, DropReason.QueueFull, Now);
        }
    }

    private void Transmit(Outstanding outstanding)
    {
        outstanding.Alarm.Restart(options.Timeout * (1L << outstanding.Tries));
        outstanding.Tries++;
        SendDatagram(outstanding.Message, outstanding.Number);
    }

    private void Acknowledged(int number)
    {
        if (_outstanding is { IsBusy: true } outstanding && outstanding.Number == number)
        {
            Next(outstanding);
        }
    }

    private void Next(Outstanding outstanding)
    {
        outstanding.Alarm.Stop();
        outstanding.End();
        if (outstanding.Waiting.TryDequeue(out var message))
        {
            outstanding.Begin(message);
            Transmit(outstanding);
        }
    }

    private void ReceiveConfirmed(Message message, int number, in Frame frame)
    {
        var outstanding = Peer._outstanding!;
        var isOpen = outstanding.IsBusy && outstanding.Number == number;
        var isFirst = isOpen && !outstanding.IsDelivered;
        if (isOpen)
        {
            outstanding.IsDelivered = true;
        }

        Emit(Take(default, number, acknowledges: true));
        message.EndCrossing(frame, Now);
        if (isFirst)
        {
            Node.Receive(message);
        }
        else if (isOpen || number <= outstanding.LastDelivered)
        {
            Node.Observers.Duplicate(message, Now);
        }
    }

    private void SendDatagram(in Message message, int number) => Emit(Take(message, number, acknowledges: false));

    private void Emit(UdpDatagram datagram)
    {
        var frame = new Frame(datagram, _route!, Now);
        frame.Leg.Medium.Send(frame);
    }

    private UdpDatagram Take(in Message message, int number, bool acknowledges)
    {
        var datagram = _spare ?? new UdpDatagram { Sender = this, Encoding = options.Encoding };
        _spare = null;
        datagram.Message = message;
        datagram.Number = number;
        datagram.Acknowledges = acknowledges;
        return datagram;
    }

    /// <summary>The message that is being confirmed, and those that wait for it.</summary>
    private sealed class Outstanding(Alarm alarm)
    {
        public Message Message;

        public Alarm Alarm { get; } = alarm;

        public Queue<Message> Waiting { get; } = new();

        public int Number { get; private set; } = -1;

        public int LastDelivered { get; private set; } = -1;

        public int Tries { get; set; }

        public bool IsBusy { get; private set; }

        public bool IsDelivered { get; set; }

        public void Begin(in Message message)
        {
            (IsBusy, IsDelivered, Tries) = (true, false, 0);
            Number++;
            Message = message;
        }

        public void End()
        {
            IsBusy = false;
            if (IsDelivered)
            {
                LastDelivered = Number;
            }
        }
    }
}
