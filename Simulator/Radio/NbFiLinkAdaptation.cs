namespace M2mVsIoTSim.Radio;

/// <summary>Rate and power of one direction of an NB-Fi link, as they follow from what the other end reports.</summary>
/// <remarks>
/// <para>waviot/NBFi_WA1470, <c>nbfi_config.c</c> and <c>nbfi_transport.c</c>: a report r changes the mean signal-to-noise ratio a to (3 a + r)/4, in whole decibels. Above
/// <see cref="Up"/> plus the step to the next rate the rate rises and a falls by that step; at the greatest rate the power falls by 3 dB instead if a is above
/// <see cref="Up"/> + 10 dB, and a with it. Each acknowledgement that does not come raises the power by 3 dB, and a with it.</para>
/// <para>Below <see cref="Down"/> the power rises by 3 dB, and a with it, as far as it can. The stack's further step, to a lower rate, is commented out there: rates fall only
/// when the retries are exhausted, to where they began.</para>
/// </remarks>
/// <param name="Rate">Bit rate.</param>
/// <param name="Power">Transmit power [dBm].</param>
/// <param name="Average">a [dB].</param>
public readonly record struct NbFiLinkAdaptation(NbFiRate Rate, double Power, int Average = NbFiLinkAdaptation.Up)
{
    /// <summary>Above this, and the step to the next rate, rates rise [dB]. A link without reports is taken to have it.</summary>
    public const int Up = 15;

    /// <summary>Below this the power rises [dB].</summary>
    public const int Down = 10;

    /// <summary>Step of the power [dB].</summary>
    public const int PowerStep = 3;

    private const int StepBeyondTheGreatest = 10;

    /// <summary>After a report of the signal-to-noise ratio.</summary>
    /// <param name="report">r, clipped to what an octet without sign holds [dB].</param>
    /// <param name="degradation">By how much the ratio lies below that at 50 bit/s, by rate [dB].</param>
    /// <param name="leastPower">Power is not lowered below this [dBm].</param>
    /// <param name="greatestPower">Power is not raised above this [dBm].</param>
    public NbFiLinkAdaptation Heard(double report, Func<NbFiRate, double> degradation, double leastPower, double greatestPower)
    {
        ArgumentNullException.ThrowIfNull(degradation);
        var next = this with { Average = (3 * Average + (int)Math.Clamp(Math.Floor(report), 0, 255)) >> 2 };
        if (Rate < NbFiRate.Bps25600)
        {
            var step = (int)(degradation(Rate + 1) - degradation(Rate));
            if (next.Average > Up + step)
            {
                return next with { Rate = Rate + 1, Average = next.Average - step };
            }
        }
        else if (next.Average > Up + StepBeyondTheGreatest && Power > leastPower)
        {
            return next with { Power = Math.Max(Power - PowerStep, leastPower), Average = next.Average - PowerStep };
        }

        return next.Average < Down ? next.Raise(greatestPower) : next;
    }

    /// <summary>After an acknowledgement that did not come.</summary>
    /// <param name="greatestPower">Power is not raised above this [dBm].</param>
    public NbFiLinkAdaptation Unheard(double greatestPower) => Raise(greatestPower);

    private NbFiLinkAdaptation Raise(double greatestPower)
    {
        var power = Math.Min(Power + PowerStep, greatestPower);
        return this with { Power = power, Average = Average + (int)(power - Power) };
    }
}
