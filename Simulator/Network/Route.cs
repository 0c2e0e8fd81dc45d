namespace M2mVsIoTSim.Network;

/// <summary>The legs that the frames of one session cross in one direction, in order, and who receives them.</summary>
public sealed class Route
{
    /// <summary>Greatest number of legs [1].</summary>
    public const int MaximumLegs = 6;

    /// <param name="legs">At least one, at most <see cref="MaximumLegs"/>.</param>
    /// <param name="destination">Who receives what arrives.</param>
    public Route(IReadOnlyList<Leg> legs, IFrameReceiver destination)
    {
        ArgumentNullException.ThrowIfNull(legs);
        if (legs.Count is 0 or > MaximumLegs)
        {
            throw new ArgumentException($"A route has 1 to {MaximumLegs} legs; this one has {legs.Count}.", nameof(legs));
        }

        Legs = legs;
        Destination = destination;
    }

    /// <summary>What is crossed, in order.</summary>
    public IReadOnlyList<Leg> Legs { get; }

    /// <summary>What loses a message for which its sender has no room left: that the queue is full, unless it filled because nothing ever gets through.</summary>
    /// <remarks>For the account of losses only: no protocol knows it.</remarks>
    public DropReason Overflow => Cut ?? DropReason.QueueFull;

    /// <summary>What loses a message that its sender has given up: that its repetitions were used up, unless nothing ever gets through.</summary>
    /// <remarks>For the account of losses only: no protocol knows it.</remarks>
    public DropReason Exhausted => Cut ?? DropReason.RetriesExhausted;

    private DropReason? Cut => Legs.Select(leg => leg.Cut).FirstOrDefault(cut => cut is not null);

    /// <summary>Who receives what arrives, and is told what was lost.</summary>
    public IFrameReceiver Destination { get; }
}
