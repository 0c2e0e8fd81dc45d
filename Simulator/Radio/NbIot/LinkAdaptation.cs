using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>The fastest format that carries a number of bits over a coupling loss with a block error of at most 10 %.</summary>
/// <remarks>
/// At the points of <see cref="LinkTable"/> its formats. Between them the airtime is interpolated (its logarithm linearly in the coupling loss, and in the
/// logarithm of the bits), and the shortest format of the standard is taken that holds the bits and is no shorter: derived. Up to 130 dB the
/// formats of 130 dB (at 3.75 kHz of the least loss in the table) are taken; beyond 164 dB there is no coverage.
/// </remarks>
public static class LinkAdaptation
{
    /// <summary>Greatest coupling loss of the table, and of the standard's coverage target [dB].</summary>
    public const double GreatestCouplingLoss = 164;

    /// <summary>Share of blocks that are lost at most [1].</summary>
    public const double BlockError = 0.1;

    /// <summary>A device of 23 dBm sends.</summary>
    /// <param name="bits">Bits of the transport block that are needed, 1 to 1000 [bit].</param>
    /// <param name="couplingLoss">At most 164 [dB].</param>
    /// <param name="spacing">Distance of the tones.</param>
    public static NpuschFormat Uplink(int bits, double couplingLoss, SubcarrierSpacing spacing)
    {
        Check(bits, TransportBlocks.GreatestUplink, couplingLoss);
        var curve = spacing == SubcarrierSpacing.Khz15 ? LinkTable.Uplink15 : LinkTable.Uplink3Point75;
        return Fastest(curve, bits, couplingLoss, UplinkFormats);
    }

    /// <summary>A device listens, in-band.</summary>
    /// <param name="bits">Bits of the transport block that are needed, 1 to 680 [bit].</param>
    /// <param name="couplingLoss">At most 164 [dB].</param>
    public static NpdschFormat Downlink(int bits, double couplingLoss)
    {
        Check(bits, TransportBlocks.GreatestDownlink, couplingLoss);
        return Fastest(LinkTable.Downlink, bits, couplingLoss, DownlinkFormats);
    }

    private static void Check(int bits, int greatest, double couplingLoss)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, greatest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(couplingLoss, GreatestCouplingLoss);
    }

    private static TFormat Fastest<TFormat>(
        LinkTable.Point<TFormat>[] points,
        int bits,
        double couplingLoss,
        Func<TFormat, IEnumerable<TFormat>> formatsLike
    )
        where TFormat : struct, ITransportFormat
    {
        var (below, above) = Rows(points, bits);
        var (upper, least) = At(above, couplingLoss);
        if (bits == above[0].Need && couplingLoss == upper.CouplingLoss)
        {
            return upper.Format;
        }

        if (below[0].Need < bits && bits < above[0].Need)
        {
            var share = Math.Log((double)bits / below[0].Need) / Math.Log((double)above[0].Need / below[0].Need);
            least = double.Lerp(At(below, couplingLoss).LogSeconds, least, share);
        }

        return Shortest(formatsLike(upper.Format), bits, Math.Exp(least) * (1 - 1e-9));
    }

    /// <summary>The points of the next smaller and the next greater need; the same ones twice where the need is tabulated or below the table.</summary>
    private static (ArraySegment<LinkTable.Point<TFormat>> Below, ArraySegment<LinkTable.Point<TFormat>> Above) Rows<TFormat>(
        LinkTable.Point<TFormat>[] points,
        int bits
    )
        where TFormat : struct, ITransportFormat
    {
        var begin = Array.FindIndex(points, point => point.Need >= bits);
        var above = Row(points, begin);
        return (
            begin == 0 || points[begin].Need == bits ? above : Row(points, Array.FindIndex(points, p => p.Need == points[begin - 1].Need)),
            above
        );
    }

    private static ArraySegment<LinkTable.Point<TFormat>> Row<TFormat>(LinkTable.Point<TFormat>[] points, int begin)
        where TFormat : struct, ITransportFormat
    {
        var end = begin;
        while (end < points.Length && points[end].Need == points[begin].Need)
        {
            end++;
        }

        return new(points, begin, end - begin);
    }

    /// <summary>The point of the next greater coupling loss, and the logarithm of the airtime in seconds.</summary>
    private static (LinkTable.Point<TFormat> Upper, double LogSeconds) At<TFormat>(
        ArraySegment<LinkTable.Point<TFormat>> row,
        double couplingLoss
    )
        where TFormat : struct, ITransportFormat
    {
        var i = 0;
        while (row[i].CouplingLoss < couplingLoss)
        {
            i++;
        }

        var upper = Math.Log(row[i].Format.Airtime.TotalSeconds);
        if (i == 0)
        {
            return (row[0], upper);
        }

        var share = (couplingLoss - row[i - 1].CouplingLoss) / (row[i].CouplingLoss - row[i - 1].CouplingLoss);
        return (row[i], double.Lerp(Math.Log(row[i - 1].Format.Airtime.TotalSeconds), upper, share));
    }

    private static TFormat Shortest<TFormat>(IEnumerable<TFormat> formats, int bits, double leastSeconds)
        where TFormat : struct, ITransportFormat
    {
        var best = default(TFormat);
        var (airtime, size) = (Duration.Longest, int.MaxValue);
        foreach (var format in formats)
        {
            // Of equally long ones the smaller block has the lower code rate.
            var candidate = (format.Airtime, format.BlockSize);
            if (format.BlockSize >= bits && format.Airtime.TotalSeconds >= leastSeconds && candidate.CompareTo((airtime, size)) < 0)
            {
                (best, (airtime, size)) = (format, candidate);
            }
        }

        return best;
    }

    private static IEnumerable<NpuschFormat> UplinkFormats(NpuschFormat like) =>
        from index in Enumerable.Range(0, TransportBlocks.GreatestIndex + 1)
        from units in TransportBlocks.Extents
        from repetitions in NpuschFormat.RepetitionSet
        select like with
        {
            Index = index,
            Units = units,
            Repetitions = repetitions,
        };

    private static IEnumerable<NpdschFormat> DownlinkFormats(NpdschFormat _) =>
        from index in Enumerable.Range(0, TransportBlocks.GreatestIndex + 1)
        from subframes in TransportBlocks.Extents
        from repetitions in NpdschFormat.RepetitionSet
        select new NpdschFormat(index, subframes, repetitions);
}
