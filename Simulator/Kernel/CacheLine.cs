using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace M2mVsIoTSim.Kernel;

/// <summary>Asks the memory for something that is going to be needed; nothing happens where the processor cannot be asked.</summary>
internal static class CacheLine
{
    private const int Size = 64;

    /// <summary>Fetches the line in which a place lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref T place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }

    /// <summary>Fetches the first two lines of an object; harmless if there is none, or should the collector move it meanwhile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch(object? target)
    {
        if (Sse.IsSupported)
        {
            var address = (byte*)Unsafe.As<object?, nint>(ref target);
            Sse.Prefetch0(address);
            Sse.Prefetch0(unchecked(address + Size));
        }
    }
}
