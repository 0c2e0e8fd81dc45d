using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Technologies;

/// <summary>GPRS on a few packet channels per cell.</summary>
/// <remarks>
/// <para>Modelled: sites, sectors and cells by coupling loss, no coverage beyond it; access bursts on the slots of RACH, of which those that meet destroy each other (slotted ALOHA), with back-off; immediate assignments on an access grant
/// channel of finite rate, which pages share; one-phase access: the data go with the assignment, the network confirms; blocks of 20 ms in one slot up and several down by coding scheme, lost ones sent
/// again, the packet channels of a cell shared block by block; a set-up of the block flow whenever the direction changes; delayed release; READY state, in which the network assigns a channel without a page, and STANDBY, in which it
/// pages; routing area updates; DRX, or switching off between reports with start, attachment and context activation anew; delay and loss behind the radio as measured; outages; currents by state.</para>
/// <para>Left out: two-phase access, acknowledgements of the radio link control as octets (their time is the wait before a repetition), alignment of blocks to the multiframe, capture of an access burst, the spread of the first burst, interference of
/// other cells but as one carrier-to-interference ratio, adaptation to fading, voice calls that take channels, further carriers that share the access channels of one cell (each has its own here), detaching, SMS.</para>
/// <para>Sources: with each option and formula. Validated by the suite <c>gprs</c> and by <c>GprsTests</c> (slotted ALOHA, the time line of an exchange, the charge of a day by hand, assignments, dimensioning).</para>
/// </remarks>
public sealed class Gprs : CellTechnology
{
    /// <exception cref="ArgumentException">Power saving that GPRS modems do not have, more slots than packet channels or a device that sends and receives in more slots than its frame allows.</exception>
    public Gprs(GprsOptions options)
        : base(
            "gprs",
            options,
            retiring: "operators in North America, Japan and Australia have switched 2G off, many in Europe mean to by about 2030 (from memory)"
        )
    {
        if (options.PowerSaving is PowerSaving.Psm or PowerSaving.Edrx)
        {
            throw new ArgumentException("gprs: power saving is 'drx' or 'off'; GPRS modems have no PSM and no eDRX.", nameof(options));
        }

        if (Math.Max(options.UplinkSlots, options.DownlinkSlots) > options.PacketChannels)
        {
            throw new ArgumentException(
                $"gprs: a device of {options.UplinkSlots} slots up and {options.DownlinkSlots} down does not fit on {options.PacketChannels} packet channels.",
                nameof(options)
            );
        }

        Air = new GprsAir(options);
    }

    /// <inheritdoc/>
    public override AirInterface Air { get; }
}
