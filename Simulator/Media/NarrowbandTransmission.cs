using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Something on the air of a <see cref="NarrowbandChannel"/>.</summary>
public abstract class NarrowbandTransmission : Transmission
{
    /// <summary>The frequency in its middle.</summary>
    public Frequency Carrier { get; internal set; }

    /// <summary>The next in its part of the band.</summary>
    internal NarrowbandTransmission? Next { get; private set; }

    private NarrowbandTransmission? Previous { get; set; }

    internal void LinkBefore(NarrowbandTransmission? first)
    {
        Next = first;
        Previous = null;
        if (first is not null)
        {
            first.Previous = this;
        }
    }

    /// <returns>The first of the list after this one has left it.</returns>
    internal NarrowbandTransmission? Unlink(NarrowbandTransmission first)
    {
        if (Next is not null)
        {
            Next.Previous = Previous;
        }

        if (Previous is null)
        {
            return Next;
        }

        Previous.Next = Next;
        return first;
    }
}
