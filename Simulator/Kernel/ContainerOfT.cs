using System.Numerics;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A level of something that is the same everywhere, filled and drawn from by amounts: water, charge, credits.</summary>
/// <remarks>
/// Both sides are served first come, first served: a large amount that has to wait is not overtaken by a small one behind it. An amount
/// that can be moved at once continues without waiting; otherwise it is moved when the other side makes that possible, and
/// delivered through the agenda. Fractions are rounded as floating point is: where amounts have to fill a capacity exactly, count in
/// whole units.
/// </remarks>
/// <typeparam name="T">The amounts: <see cref="double"/> for what is continuous, <see cref="long"/> or <see cref="int"/> for what is counted.</typeparam>
public class Container<T>
    where T : struct, INumber<T>
{
    private readonly WaitingLine<ContainerClaim<T>> _getters = new();
    private readonly WaitingLine<ContainerClaim<T>> _putters = new();
    private ContainerClaim<T>? _spare;

    /// <param name="simulation">The clock.</param>
    /// <param name="capacity">Greatest level, positive.</param>
    /// <param name="level">Level at the beginning, from 0 to the capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the level is outside its range, or not a number.</exception>
    public Container(Simulation simulation, T capacity, T level = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        if (!(capacity > T.Zero))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity of a container is positive.");
        }

        if (!(level >= T.Zero && level <= capacity))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, $"The level lies between 0 and the capacity of {capacity}.");
        }

        (Simulation, Capacity, Level) = (simulation, capacity, level);
    }

    /// <summary>Greatest level.</summary>
    public T Capacity { get; }

    /// <summary>What is in it now.</summary>
    public T Level { get; private set; }

    /// <summary>How many wait to get something out of it [1].</summary>
    public int WaitingToGet => _getters.Count;

    /// <summary>How many wait to put something into it [1].</summary>
    public int WaitingToPut => _putters.Count;

    internal Simulation Simulation { get; }

    /// <summary>To be awaited by a process: continues when the amount has found room.</summary>
    /// <param name="amount">Positive, at most the capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount can never be put.</exception>
    public ContainerMove<T> Put(T amount) => Put(amount, Duration.Longest);

    /// <summary>To be awaited by a process: continues when the amount has found room, or after <paramref name="within"/> without.</summary>
    /// <param name="amount">Positive, at most the capacity.</param>
    /// <param name="within">Longest wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount can never be put, or the limit is negative.</exception>
    public ContainerMove<T> Put(T amount, Duration within) => new(this, Checked(amount), isPut: true, within);

    /// <summary>To be awaited by a process: continues when the amount has been taken out.</summary>
    /// <param name="amount">Positive, at most the capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount can never be got.</exception>
    public ContainerMove<T> Get(T amount) => Get(amount, Duration.Longest);

    /// <summary>To be awaited by a process: continues when the amount has been taken out, or after <paramref name="within"/> without.</summary>
    /// <param name="amount">Positive, at most the capacity.</param>
    /// <param name="within">Longest wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount can never be got, or the limit is negative.</exception>
    public ContainerMove<T> Get(T amount, Duration within) => new(this, Checked(amount), isPut: false, within);

    /// <summary>Puts an amount if there is room and nobody waits for it before, from a process or from anywhere else.</summary>
    /// <returns>False if it was not put.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount can never be put.</exception>
    public bool TryPut(T amount) => TryMove(Checked(amount), isPut: true);

    /// <summary>Takes an amount out if it is there and nobody waits for it before.</summary>
    /// <returns>False if it was not taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount can never be got.</exception>
    public bool TryGet(T amount) => TryMove(Checked(amount), isPut: false);

    internal bool TryMove(T amount, bool isPut)
    {
        if (LineOf(isPut).Count > 0 || !Fits(amount, isPut))
        {
            return false;
        }

        Move(amount, isPut);
        Serve(!isPut);
        return true;
    }

    internal void Join(ContainerClaim<T> claim) => LineOf(claim.IsPut).Add(claim);

    internal void Leave(ContainerClaim<T> claim)
    {
        LineOf(claim.IsPut).Remove(claim);
        // Whoever stood behind a large amount may be served now.
        Serve(claim.IsPut);
    }

    internal ContainerClaim<T> Rent(T amount, bool isPut, Duration within)
    {
        var claim = _spare ?? new ContainerClaim<T>(this);
        _spare = claim.Next;
        claim.Next = null;
        (claim.Amount, claim.IsPut, claim.Within) = (amount, isPut, within);
        return claim;
    }

    internal void Recycle(ContainerClaim<T> claim)
    {
        claim.IsServed = false;
        claim.Process = null;
        claim.Next = _spare;
        _spare = claim;
    }

    /// <summary>Serves those who wait on one side, then on the other, until neither can be served.</summary>
    private void Serve(bool isPut)
    {
        for (var idle = 0; idle < 2; isPut = !isPut)
        {
            var line = LineOf(isPut);
            idle++;
            while (line.First is { } first && Fits(first.Amount, isPut))
            {
                line.TakeFirst();
                Move(first.Amount, isPut);
                first.IsServed = true;
                first.Process!.Decide(first.Wait);
                idle = 1;
            }
        }
    }

    private WaitingLine<ContainerClaim<T>> LineOf(bool isPut) => isPut ? _putters : _getters;

    /// <summary>Whether an amount can be moved; written so that no capacity can overflow.</summary>
    private bool Fits(T amount, bool isPut) => amount <= (isPut ? Capacity - Level : Level);

    private void Move(T amount, bool isPut) => Level = isPut ? Level + amount : Level - amount;

    private T Checked(T amount) =>
        amount > T.Zero && amount <= Capacity && T.IsFinite(amount)
            ? amount
            : throw new ArgumentOutOfRangeException(
                nameof(amount),
                amount,
                $"An amount is positive, finite and at most the capacity of {Capacity}."
            );
}
