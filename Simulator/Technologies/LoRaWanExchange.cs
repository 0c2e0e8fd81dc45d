using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A frame that is sent more than once; used again and again.</summary>
internal sealed class LoRaWanExchange
{
    private Message _message;
    private DropReason _reason;

    /// <summary>What it carries, as it was before its first transmission.</summary>
    public ref readonly Message Message => ref _message;

    /// <summary>Its frame counter [1].</summary>
    public int Counter { get; private set; }

    /// <summary>Data rate of its first transmission [1].</summary>
    public int DataRate { get; private set; }

    /// <summary>How often it has been sent [1].</summary>
    public int Attempts { get; private set; }

    /// <summary>Transmissions of which the network does not yet know the end [1].</summary>
    private int Underway { get; set; }

    /// <summary>Whether the network server has it.</summary>
    public bool Arrived { get; private set; }

    /// <summary>Whether the device has finished with it.</summary>
    private bool IsOver { get; set; }

    /// <summary>Whether nothing can happen to it any more.</summary>
    public bool IsClosed => IsOver && Underway == 0;

    /// <summary>Why it has not arrived.</summary>
    public DropReason Reason => _reason;

    public void Begin(in Message message, int counter, int dataRate)
    {
        _message = message;
        (Counter, DataRate, Attempts, Arrived, IsOver, _reason) = (counter, dataRate, 0, false, false, default);
    }

    public void Attempt()
    {
        Attempts++;
        Underway++;
    }

    public void Reach()
    {
        Underway--;
        Arrived = true;
    }

    public void Lose(DropReason reason)
    {
        Underway--;
        _reason = reason;
    }

    /// <summary>The device sends it no more.</summary>
    /// <param name="reason">Why, if that is the reason for its loss; null for the last one seen on the way.</param>
    public void End(DropReason? reason)
    {
        IsOver = true;
        _reason = reason ?? _reason;
    }
}
