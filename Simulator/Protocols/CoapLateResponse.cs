using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>A response for which an application takes time: it goes with the acknowledgement, or after it.</summary>
internal sealed class CoapLateResponse(CoapEnd end, CoapMessage request, CoapMemory.Entry entry, CoapAnswer answer) : IEventTarget
{
    private const long AcknowledgeToken = 0;
    private const long RespondToken = 1;

    /// <summary>Begins to wait.</summary>
    public void Begin(Duration responseTime, Duration ackDelay)
    {
        var simulation = end.Link.Node.Simulation;
        if (ackDelay < responseTime && request.Type == CoapType.Confirmable)
        {
            simulation.After(ackDelay, this, AcknowledgeToken);
        }

        simulation.After(responseTime, this, RespondToken);
    }

    void IEventTarget.Fire(long token)
    {
        if (!end.Link.Node.IsUp)
        {
            return;
        }

        if (token == AcknowledgeToken)
        {
            end.AnswerEmpty(request, entry);
        }
        else if (entry.Answer is null)
        {
            end.Respond(request, entry, answer);
        }
        else
        {
            end.RespondSeparately(request, answer);
        }
    }
}
