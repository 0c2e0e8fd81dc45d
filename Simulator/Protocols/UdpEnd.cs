using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a datagram session: sends its messages and receives those of its peer.</summary>
internal sealed class UdpEnd : IDatagramUser, IEventTarget
{
    private const ushort ServerPort = 4000;
    private readonly UdpOptions _options;
    private UdpDatagram? _spare;
    private Outstanding? _outstanding;
    private MessageLine _unsecured;

    public UdpEnd(Node node, bool isNear, UdpOptions options, DtlsHandshakes? handshakes)
    {
        _options = options;
        Link = new DatagramEnd(node, isNear, ServerPort, this, options, handshakes);
    }

    public DatagramEnd Link { get; }

    private Node Node => Link.Node;

    public void Send(in Message message)
    {
        var length = (_options.Confirmed ? UdpDatagram.NumberLength : 0) + Link.Overhead;
        if (length + PayloadEncoding.Size(message.Branch.Relation.Content, _options.Encoding) > Datagram.Longest)
        {
            Node.Observers.Dropped(message, DropReason.TooLarge, Now);
        }
        else if (_options.Confirmed)
        {
            SendConfirmed(message);
        }
        else if (Link.IsReady)
        {
            SendDatagram(message, number: -1);
        }
        else if (_unsecured.Count < _options.Buffer)
        {
            _unsecured.Enqueue(message);
            Link.Open();
        }
        else
        {
            Node.Observers.Dropped(message, Link.Overflow, Now);
        }
    }

    void IDatagramUser.Ready()
    {
        while (_unsecured.Count > 0)
        {
            SendDatagram(_unsecured.Dequeue(), number: -1);
        }

        if (_outstanding is { IsBusy: true, Tries: 0 } outstanding)
        {
            Transmit(outstanding);
        }
    }

    void IDatagramUser.Failed(DropReason reason)
    {
        while (_unsecured.Count > 0)
        {
            Node.Observers.Dropped(_unsecured.Dequeue(), reason, Now);
        }

        if (_outstanding is { IsBusy: true, Tries: 0 } outstanding)
        {
            GiveUp(outstanding, reason);
        }
    }

    void IDatagramUser.Received(Datagram received, in Frame frame)
    {
        var datagram = (UdpDatagram)received;
        var (message, number, acknowledges) = (datagram.Message, datagram.Number, datagram.Acknowledges);
        datagram.End._spare = datagram;
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
            ReceiveConfirmed(datagram.End, message, number, frame);
        }
    }

    void IDatagramUser.Lost(Datagram lost, DropReason reason)
    {
        var datagram = (UdpDatagram)lost;
        if (datagram.Number < 0)
        {
            Node.Observers.Dropped(datagram.Message, reason, Now);
        }

        datagram.End._spare = datagram;
    }

    void IEventTarget.Fire(long token)
    {
        var outstanding = _outstanding!;
        if (outstanding.Tries <= _options.Retries && Node.IsUp)
        {
            Transmit(outstanding);
            return;
        }

        Link.Doubt();
        GiveUp(outstanding, Node.IsUp ? Link.Exhausted : DropReason.NodeDown);
    }

    private void GiveUp(Outstanding outstanding, DropReason reason)
    {
        if (!outstanding.IsDelivered)
        {
            Node.Observers.Dropped(outstanding.Message, reason, Now);
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
        else if (_outstanding.Waiting.Count < _options.Buffer)
        {
            _outstanding.Waiting.Enqueue(message);
        }
        else
        {
            Node.Observers.Dropped(message, Link.Overflow, Now);
        }
    }

    private void Transmit(Outstanding outstanding)
    {
        if (!Link.IsReady)
        {
            // A first transmission waits for the handshake; a repetition is left to the next time-out.
            Link.Open();
            if (outstanding.Tries == 0)
            {
                return;
            }
        }

        outstanding.Alarm.Restart(_options.Timeout * (1L << outstanding.Tries));
        outstanding.Tries++;
        if (!Link.IsReady)
        {
            return;
        }

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

    private void ReceiveConfirmed(UdpEnd sender, Message message, int number, in Frame frame)
    {
        var outstanding = sender._outstanding!;
        var isOpen = outstanding.IsBusy && outstanding.Number == number;
        var isFirst = isOpen && !outstanding.IsDelivered;
        if (isOpen)
        {
            outstanding.IsDelivered = true;
        }

        Link.Send(Take(default, number, acknowledges: true));
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

    private void SendDatagram(in Message message, int number) => Link.Send(Take(message, number, acknowledges: false));

    private UdpDatagram Take(in Message message, int number, bool acknowledges)
    {
        var datagram =
            _spare
            ?? new UdpDatagram
            {
                Sender = Link,
                End = this,
                Encoding = _options.Encoding,
            };
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
