using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Narrowband power line, G3-PLC in the CENELEC A band: a concentrator asks its meters in turn, through meters that repeat.</summary>
/// <remarks>
/// <para>Modelled: frames and acknowledgements to the symbol, by modulation; backoff, spacing and repetitions on each hop; frames and acknowledgements that are lost on a hop with a probability of their own; meters one to so many hops away,
/// reached through fixed repeaters; 6LoWPAN with compressed headers and fragments, passed on one by one; DLMS/COSEM over UDP: readings with GET, settings with SET, so often as the concentrator tries; meters that no repeater reaches. A round asks every meter, whether it has something or not, and takes all it has.</para>
/// <para>Left out, as no figures are at hand: attenuation and noise of lines, their change over the day and the mains cycle, tone maps that adapt to them; and also
/// messages that meters send unasked, so that nobody contends with the concentrator; routing (LOADng), joining and its traffic; a receiver that passes a frame on while its sender still repeats it; block transfer; energy that repeaters spend for others;
/// the bands CENELEC B, FCC and ARIB; PRIME.</para>
/// <para>Sources: ITU-T G.9903 as quoted at <see cref="Radio.PowerLine.G3Frame"/>, RFC 4944, RFC 6282, IEC 62056, and with each option. Validated by the suite <c>plc-g3</c> (frames against the standard's
/// table; polls, losses and cycles in closed form) and by <c>PlcG3Tests</c>.</para>
/// </remarks>
public sealed class PlcG3(PlcG3Options options)
    : SessionTechnology(
        "plc-g3",
        new TechnologyTraits(Segment.Access, HasLinkAcknowledgement: true, IsExperimental: false, HasFieldEquipment: true)
    )
{
    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Peer,
                    "the meter is entered with its address and key",
                    "EAP-PSK when it joins (ITU-T G.9903, 10.2, from memory)"
                ),
            ],
            Credentials =
            [
                new(CredentialKind.Key, CredentialHolder.Member, "pre-shared key of the meter (ITU-T G.9903, from memory)"),
                new(CredentialKind.Key, CredentialHolder.Network, "group key (ITU-T G.9903, from memory)"),
            ],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["line"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var datagrams = new PlcG3Datagrams(options);
        foreach (var flow in flows)
        {
            var octets = flow.IsToDevice ? datagrams.Set(flow.Content) : datagrams.Get(flow.Content);
            if (octets > PlcG3Datagrams.Maximum)
            {
                return $"{flow.Content.PackedBytes} B of content make a DLMS message of {octets} B; an IPv6 packet without block transfer carries at most {PlcG3Datagrams.Maximum} B of it";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new PlcG3Installation(Name, site, options);
    }
}
