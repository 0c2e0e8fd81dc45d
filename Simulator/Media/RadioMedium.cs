using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media;

/// <summary>What is on the air, the receivers that hear it, and what becomes of it there; derived classes know which transmissions meet.</summary>
/// <remarks>
/// A receiver follows a transmission from its start if it is strong enough, the receiver does not transmit itself and a demodulator is free; at its end
/// it is received if it survives the <see cref="RejectionRule"/> and the receiver has not begun to transmit meanwhile. A sender reaches the receivers
/// that its technology lists; what is too weak to be listed harms nobody.
/// </remarks>
public abstract class RadioMedium : Medium
{
    private readonly RadioReceiver[] _receivers;

    /// <param name="name">Name of the technology.</param>
    /// <param name="receivers">Who listens.</param>
    /// <param name="rule">Which transmissions survive interference.</param>
    private protected RadioMedium(string name, IReadOnlyList<RadioReceiver> receivers, RejectionRule rule)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _receivers = [.. receivers];
        Rule = rule;
        if (Array.Exists(_receivers, receiver => receiver.Codes != rule.Codes))
        {
            throw new ArgumentException($"Every receiver needs sensitivities for the {rule.Codes} codes of the rule.", nameof(receivers));
        }
    }

    /// <summary>Who listens.</summary>
    public IReadOnlyList<RadioReceiver> Receivers => _receivers;

    /// <summary>Which transmissions survive interference.</summary>
    internal RejectionRule Rule { get; }

    /// <summary>Refuses: nothing crosses a radio medium on a route; senders begin transmissions.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Send(in Frame frame) =>
        throw new NotSupportedException($"'{Name}' carries the transmissions of its own sessions; a route cannot cross it.");

    internal void Finish(Transmission transmission)
    {
        Leave(transmission);
        var reaches = transmission.Within;
        for (var i = 0; i < reaches.Length; i++)
        {
            if (transmission.ReceptionAt(i) != Reception.Received)
            {
                continue;
            }

            var receiver = _receivers[reaches[i].Receiver];
            receiver.Free();
            if (receiver.DeafUntil > transmission.Start)
            {
                transmission.Set(i, Reception.ReceiverBusy);
            }
            else if (!transmission.SurvivesAt(i))
            {
                transmission.Set(i, Reception.Destroyed);
            }
        }

        transmission.Ended();
    }

    /// <summary>Lets every receiver within reach follow a transmission that begins now, if it can.</summary>
    private protected void Follow(Transmission transmission)
    {
        var reaches = transmission.Within;
        var length = transmission.End - transmission.Start;
        for (var i = 0; i < reaches.Length; i++)
        {
            var receiver = _receivers[reaches[i].Receiver];
            transmission.Set(i, receiver.Begin(transmission.Code, reaches[i].Milliwatts, transmission.Start, length));
        }
    }

    /// <summary>Takes a transmission that has ended off the air.</summary>
    private protected abstract void Leave(Transmission transmission);
}
