namespace M2mVsIoTSim.Kernel;

/// <summary>Who draws: a role and a number (meter 17), or a pair of them (the link between meter 17 and gateway 2).</summary>
/// <remarks>
/// Never the name of a tier or the order of creation: two architectures that both contain meter 17 then share its luck. A role is
/// hashed to 32 bits (FNV-1a); <see cref="Scramble"/> of a pair mixes to 64 bits (SplitMix64 finaliser, Steele et al. 2014).
/// </remarks>
public readonly record struct Entity(ulong Code)
{
    /// <summary>Member <paramref name="number"/> of a role.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static Entity Of(string role, int number = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return new((ulong)RoleCode(role) << 32 | (uint)number);
    }

    /// <summary>The connection from one entity to another; the way back is another entity.</summary>
    public static Entity Link(Entity from, Entity to) => new(unchecked(Scramble(from.Code) + 0x9E3779B97F4A7C15 * to.Code));

    /// <summary>The number within the role; meaningless for a pair.</summary>
    public int Number => (int)(Code & 0x7FFFFFFF);

    /// <summary>32-bit FNV-1a of the role's name. Builders refuse two roles with equal codes.</summary>
    public static uint RoleCode(string role)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        var hash = 2166136261u;
        foreach (var c in role)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash;
    }

    private static ulong Scramble(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
