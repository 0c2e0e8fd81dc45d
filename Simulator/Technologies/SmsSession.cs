using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Gsm;

namespace M2mVsIoTSim.Technologies;

/// <summary>Two ends that send each other short messages.</summary>
internal sealed class SmsSession(SmsInstallation installation, Node near, Node far) : Session(near, far)
{
    private int _sent;

    public override void Send(in Message message, Node sender)
    {
        var isUp = sender == Near;
        var options = installation.Options;
        var parts = ShortMessage.Parts(message.Branch.Relation.Content.PackedBytes);
        var isMobile = (isUp ? options.Near : options.Far) == SmsEnd.Mobile;
        if (parts > ShortMessage.MostParts)
        {
            installation.Observers.Dropped(message, DropReason.TooLarge, installation.Simulation.Now);
        }
        else if (isMobile && installation.MobileOf(sender).Outgoing >= options.Buffer)
        {
            installation.Observers.Dropped(message, DropReason.QueueFull, installation.Simulation.Now);
        }
        else
        {
            new SmsDelivery(installation, message, sender, isUp ? Far : Near, isUp, parts, _sent++).Begin();
        }
    }
}
