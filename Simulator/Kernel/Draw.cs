using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>The random numbers at one address, in order. Use it where it was made; a copy repeats its numbers.</summary>
/// <remarks>
/// Number k of a draw is word k mod 4 of the Philox block at (entity, purpose, index, k div 4): four numbers come from one block, further
/// ones from sub-draws 1, 2, … of the same address, so that a method that needs many never touches another address. Where possible a distribution
/// is the inverse of its distribution function on one number, so that draws under common random numbers stay monotone.
/// </remarks>
public struct Draw
{
    private readonly ulong _key0;
    private readonly ulong _key1;
    private readonly ulong _entity;
    private readonly ulong _purpose;
    private readonly ulong _index;
    private ulong _x0;
    private ulong _x1;
    private ulong _x2;
    private ulong _x3;
    private ulong _taken;

    [SkipLocalsInit]
    internal Draw(ulong key0, ulong key1, ulong entity, ulong purpose, ulong index)
    {
        (_key0, _key1, _entity, _purpose, _index) = (key0, key1, entity, purpose, index);
        _taken = 0;
        Fill();
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        if (_taken != 0 && (_taken & 3) == 0)
        {
            Fill();
        }

        return (_taken++ & 3) switch
        {
            0 => _x0,
            1 => _x1,
            2 => _x2,
            _ => _x3,
        };
    }

    /// <summary>Uniform on [0, 1), a multiple of 2⁻⁵³ [1].</summary>
    public double Uniform() => ToUniform(NextBits());

    internal static double ToUniform(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    private void Fill()
    {
        (_x0, _x1, _x2, _x3) = (_entity, _purpose, _index, _taken >> 2);
        Philox.Scramble(ref _x0, ref _x1, ref _x2, ref _x3, _key0, _key1);
    }
}
