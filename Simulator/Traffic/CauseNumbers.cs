using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Traffic;

/// <summary>Numbers messages that others cause, so that each number tells its whole chain of causes.</summary>
/// <remarks>
/// A message that message s of member m causes, out of n members, has the number s · n + m: it does not depend on the order of arrival, so it
/// draws the same luck in every architecture, and m and s can be read from it again.
/// </remarks>
/// <param name="producers">
/// How many members produce each relation of the chain, from the last cause back to the first message, each at least 1 [1].
/// </param>
public sealed class CauseNumbers(IReadOnlyList<int> producers)
{
    private readonly int[] _producers = [.. producers];

    /// <summary>Number of the message that another one causes [1].</summary>
    /// <exception cref="OverflowException">More messages than can be numbered.</exception>
    public int Next(in Message cause) => checked(cause.Serial * _producers[0] + cause.Source.Number);

    /// <summary>Which of all first messages began the chain of a cause [1].</summary>
    public int Start(in Message cause)
    {
        var number = Next(cause);
        for (var back = 0; back < _producers.Length - 1; back++)
        {
            number /= _producers[back];
        }

        return number;
    }

    /// <summary>Number of the member that produced a message of the chain.</summary>
    /// <param name="cause">The last cause.</param>
    /// <param name="back">Which message: 0 for the cause itself, 1 for what caused that, and so on [1].</param>
    public int Member(in Message cause, int back)
    {
        if (back == 0)
        {
            return cause.Source.Number;
        }

        var number = cause.Serial;
        for (var step = 1; step < back; step++)
        {
            number /= _producers[step];
        }

        return number % _producers[back];
    }
}
