using System.Globalization;

namespace M2mVsIoTSim.Technologies;

/// <summary>What dimensioning expects for one fleet.</summary>
/// <param name="Fleet">Name of the fleet.</param>
/// <param name="Delivery">Share of its messages that should arrive [1].</param>
/// <param name="Required">Share that has to [1].</param>
/// <param name="Permitted">Share that its devices may send at all [1].</param>
public sealed record Promise(string Fleet, double Delivery, double Required, double Permitted = 1)
{
    /// <summary>By how much it exceeds what is required [1]; negative if it does not.</summary>
    public double Margin => Delivery - Required;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Delivery:P2}{(Fleet == "" ? "" : $" of {Fleet}")}");

    /// <summary>Several in a row, for a sentence.</summary>
    internal static string Text(IEnumerable<Promise> promises) => string.Join(", ", promises);

    /// <summary>The least margin of several [1]; that of a site without fleets is as good as any.</summary>
    internal static double LeastMargin(IEnumerable<Promise> promises) => promises.Select(one => one.Margin).DefaultIfEmpty(1).Min();

    /// <summary>Why a target is out of reach whatever is built: the end of a sentence, empty if devices may send enough.</summary>
    internal static string Held(IEnumerable<Promise> promises) =>
        string.Concat(
            promises
                .Where(one => one.Permitted < one.Required)
                .Take(1)
                .Select(one =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $": duty cycle and other rules let devices{(one.Fleet == "" ? "" : $" of {one.Fleet}")} send no more than {one.Permitted:P2} of their messages"
                    )
                )
        );
}
