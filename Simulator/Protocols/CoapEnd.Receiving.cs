using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a CoAP session, as a receiver: finds copies, answers, and puts blocks together.</summary>
internal sealed partial class CoapEnd
{
    private CoapMemory? _memory;

    /// <summary>Token under which this end observes the other; null while it does not.</summary>
    public ulong? Observes { get; set; }

    /// <summary>When it was last notified, or registered.</summary>
    public Units.SimTime LastNotified { get; set; }

    void IDatagramUser.Received(Datagram datagram, in Frame frame)
    {
        var message = ((CoapDatagram)datagram).Message;
        if (!Link.Node.IsUp)
        {
            // Who sent a confirmable message learns it from silence.
            if (message is { Type: CoapType.NonConfirmable, Transfer: { } lost })
            {
                lost.Withdraw(Link.Node, DropReason.NodeDown);
            }

            return;
        }

        _silentOctets = 0;
        _user.Heard(this);
        switch (message.Type)
        {
            case CoapType.Acknowledgement when Sent(message.Id) is { } exchange:
                Acknowledged(exchange, message, frame);
                break;
            case CoapType.Reset when Sent(message.Id) is { } exchange:
                Rejected(exchange);
                break;
            case CoapType.Confirmable or CoapType.NonConfirmable:
                ReceiveNew(message, frame);
                break;
        }

        Pump();
    }

    void IDatagramUser.Lost(Datagram datagram, DropReason reason)
    {
        if (((CoapDatagram)datagram).Message is { Type: CoapType.NonConfirmable, Transfer: { } transfer })
        {
            transfer.Withdraw(Link.Node, reason);
        }
    }

    /// <summary>Acknowledges without a response.</summary>
    public void AnswerEmpty(CoapMessage request, CoapMemory.Entry entry)
    {
        entry.Answer = new CoapMessage { Type = CoapType.Acknowledgement, Id = request.Id };
        Emit(entry.Answer);
    }

    /// <summary>Responds with the acknowledgement, or with a message that is not confirmed where the request was not.</summary>
    public void Respond(CoapMessage request, CoapMemory.Entry entry, CoapAnswer answer)
    {
        var isConfirmed = request.Type == CoapType.Confirmable;
        entry.Answer = Response(
            request,
            answer,
            isConfirmed ? CoapType.Acknowledgement : CoapType.NonConfirmable,
            isConfirmed ? request.Id : NextId()
        );
        Emit(entry.Answer);
    }

    /// <summary>Responds after the acknowledgement has gone, in a confirmable message.</summary>
    public void RespondSeparately(CoapMessage request, CoapAnswer answer) =>
        Begin(Response(request, answer, CoapType.Confirmable, NextId()), counts: false);

    private CoapMessage Response(CoapMessage request, CoapAnswer answer, CoapType type, int id) =>
        new()
        {
            Type = type,
            Code = answer.Code,
            Id = id,
            Token = request.Token,
            TokenLength = request.TokenLength,
            Options = answer.Options,
            Payload = answer.Payload,
            Transfer = request.Notifies || request.Asks ? request.Transfer : null,
            Content = request.Notifies || request.Asks ? _terms.Content : null,
            Control = request.Control,
            Block = request.Block,
            BlockSize = Options.BlockSize,
            Sequence =
                Options.Security != DatagramSecurity.Oscore ? -1
                : answer.Options.Any(option => option.Number == CoapOption.Observe) ? NextSequence()
                : 0,
        };

    private CoapExchange? Sent(int id) => _open.Find(exchange => exchange.Message.Id == id);

    private void Acknowledged(CoapExchange exchange, CoapMessage answer, in Frame frame)
    {
        var message = exchange.Message;
        if (answer.Code != CoapCode.Empty)
        {
            Answered(exchange, answer, frame);
        }
        else if (CoapCode.IsRequest(message.Code))
        {
            exchange.Acknowledge(Options.ExchangeLifetime);
        }
        else if (
            message is { Notifies: true, Transfer: { IsDelivered: false, IsWithdrawn: false } transfer }
            && transfer.Length > Options.BlockSize
        )
        {
            // The observer fetches the other blocks.
            exchange.Acknowledge(Options.ExchangeLifetime);
        }
        else
        {
            End(exchange);
        }
    }

    /// <summary>The response to a request of this end, with the acknowledgement or after it.</summary>
    private void Answered(CoapExchange exchange, CoapMessage answer, in Frame frame)
    {
        var message = exchange.Message;
        if (message.Control is { } control)
        {
            End(exchange);
            _user.Answered(this, control, message.Token, answer.Code);
        }
        else if (message is { Notifies: true, Transfer: { } fetched })
        {
            // This end fetched a block of a notification.
            if ((message.Block + 1) * Options.BlockSize < fetched.Length)
            {
                exchange.Begin(Fetch(fetched, message.Block + 1), NextTimeout(), counts: false);
            }
            else
            {
                End(exchange);
                fetched.Deliver(Link.Node, frame);
            }
        }
        else if (message.Transfer is { } transfer && answer.Code == CoapCode.Continue)
        {
            exchange.Begin(Carrier(transfer, message.Block + 1, CoapType.Confirmable, message.Token), NextTimeout(), counts: true);
        }
        else
        {
            End(exchange);
        }
    }

    private void Rejected(CoapExchange exchange)
    {
        if (exchange.Message is { Code: CoapCode.Empty, Control: { } ping })
        {
            End(exchange);
            _user.Answered(this, ping, 0, CoapCode.Empty);
        }
        else
        {
            Fail(exchange, DropReason.Forgotten);
        }
    }

    private void ReceiveNew(CoapMessage message, in Frame frame)
    {
        _memory ??= new CoapMemory();
        if (_memory.Find(message.Id, Now) is { } known)
        {
            message.Transfer?.Repeat(Link.Node, frame);
            if (known.Answer is { } again && message.Type == CoapType.Confirmable)
            {
                Emit(again);
            }

            return;
        }

        var entry = _memory.Add(message.Id, Now, message.Type == CoapType.Confirmable ? Options.ExchangeLifetime : Options.NonLifetime);
        if (message.Code == CoapCode.Empty)
        {
            Reset(message, entry);
        }
        else if (CoapCode.IsRequest(message.Code))
        {
            Serve(message, entry, frame);
        }
        else if (message.Notifies)
        {
            TakeNotification(message, entry, frame);
        }
        else
        {
            TakeSeparateResponse(message, entry, frame);
        }
    }

    private void Reset(CoapMessage message, CoapMemory.Entry entry)
    {
        entry.Answer = new CoapMessage { Type = CoapType.Reset, Id = message.Id };
        Emit(entry.Answer);
    }

    private void Serve(CoapMessage request, CoapMemory.Entry entry, in Frame frame)
    {
        if (request.Control is { } control)
        {
            Answer(request, entry, _user.Asked(this, control, request.Token));
        }
        else if (request.Notifies)
        {
            ServeBlock(request, entry);
        }
        else
        {
            TakeRequest(request, entry, frame);
        }
    }

    /// <summary>A request brings a message or a block of it.</summary>
    private void TakeRequest(CoapMessage request, CoapMemory.Entry entry, in Frame frame)
    {
        var (transfer, size) = (request.Transfer!, Options.BlockSize);
        var hasMore = !request.Asks && (request.Block + 1) * size < transfer.Length;
        IReadOnlyList<CoapOption> options =
            transfer.Length <= size ? [] : [CoapOption.Block(CoapOption.Block1, request.Block, hasMore, size)];
        if (hasMore)
        {
            transfer.NextBlock = request.Block + 1;
            Respond(request, entry, new CoapAnswer(CoapCode.Continue, options));
            return;
        }

        if (request.Type == CoapType.Confirmable || !_terms.NoResponse)
        {
            Answer(
                request,
                entry,
                request.Asks ? new CoapAnswer(CoapCode.Content, _terms.OfAnswer, transfer.Length)
                    : _terms.Primitives is not null ? OneM2mTerms.Answer(request.Options, options)
                    : new CoapAnswer(CoapCode.Changed, options)
            );
        }

        if (request.Block == transfer.NextBlock)
        {
            transfer.Deliver(Link.Node, frame);
        }
    }

    /// <summary>The observer fetches a block of a notification.</summary>
    private void ServeBlock(CoapMessage request, CoapMemory.Entry entry)
    {
        var (transfer, size) = (request.Transfer!, Options.BlockSize);
        var left = transfer.Length - request.Block * size;
        var options = _terms.OfBlock(CoapOption.Block(CoapOption.Block2, request.Block, left > size, size));
        Respond(request, entry, new CoapAnswer(CoapCode.Content, options, Math.Min(size, left)));
        if (_open.Find(exchange => exchange.Message.Transfer == transfer && exchange.Message.Notifies) is not { } notification)
        {
            return;
        }

        if (left > size)
        {
            notification.Acknowledge(Options.ExchangeLifetime);
        }
        else
        {
            End(notification);
        }
    }

    private void TakeNotification(CoapMessage notification, CoapMemory.Entry entry, in Frame frame)
    {
        // The answer to the registration may have been lost; the notification stands for it.
        if (
            _open.Find(exchange => exchange.Message is { Control: not null, Code: CoapCode.Get } get && get.Token == notification.Token) is
            { } open
        )
        {
            Answered(open, notification, frame);
        }

        if (Observes != notification.Token)
        {
            notification.Transfer!.Withdraw(Link.Node, DropReason.Forgotten);
            Reset(notification, entry);
            return;
        }

        LastNotified = Now;
        if (notification.Type == CoapType.Confirmable)
        {
            AnswerEmpty(notification, entry);
        }

        var transfer = notification.Transfer!;
        if (transfer.Length > Options.BlockSize)
        {
            Begin(Fetch(transfer, block: 1), counts: false);
        }
        else
        {
            transfer.Deliver(Link.Node, frame);
        }
    }

    private void TakeSeparateResponse(CoapMessage response, CoapMemory.Entry entry, in Frame frame)
    {
        var exchange = _open.Find(open => open.Message.Token == response.Token && CoapCode.IsRequest(open.Message.Code));
        if (response.Type == CoapType.Confirmable)
        {
            if (exchange is null)
            {
                Reset(response, entry);
            }
            else
            {
                AnswerEmpty(response, entry);
            }
        }

        if (exchange is not null)
        {
            Answered(exchange, response, frame);
        }
    }

    private CoapMessage Fetch(CoapTransfer transfer, int block) =>
        new()
        {
            Type = CoapType.Confirmable,
            Code = CoapCode.Get,
            Id = NextId(),
            Token = NextToken(),
            TokenLength = Options.TokenLength,
            Options = _terms.OfFetch(CoapOption.Block(CoapOption.Block2, block, hasMore: false, Options.BlockSize)),
            Transfer = transfer,
            Block = block,
            Notifies = true,
            Sequence = NextSequence(),
            Sender = Options.SenderIdLength,
        };

    /// <summary>Responds now or when the application has done so.</summary>
    private void Answer(CoapMessage request, CoapMemory.Entry entry, CoapAnswer answer)
    {
        if (Options.ResponseTime == Units.Duration.Zero)
        {
            Respond(request, entry, answer);
        }
        else
        {
            new CoapLateResponse(this, request, entry, answer).Begin(Options.ResponseTime, Options.AckDelay);
        }
    }
}
