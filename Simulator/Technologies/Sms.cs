using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Gsm;

namespace M2mVsIoTSim.Technologies;

/// <summary>The short message service: a service centre stores messages of 140 octets and forwards them.</summary>
/// <remarks>
/// <para>Modelled: the time over the air of a mobile sender and a mobile receiver (lognormal), each of which handles one short message at a
/// time; the time in the service centre (uniform); concatenation, by which a message arrives with its last part; receivers that are
/// off or out of coverage, as alternating exponential times, and those that have stopped; attempts of the service centre, ever later until the
/// validity ends, or at once by an alert; large accounts with a line instead of the air.</para>
/// <para>Left out: coverage and load of cells (the time over the air is the same everywhere), energy of modems, delivery reports, so that a sender does not learn
/// the outcome, order of parts and messages across retries, queues in the service centre, storms, prices.</para>
/// <para>Sources: ETSI EMTEL, ITU-T workshop, October 2006 (delay, first attempts, final delivery); 3GPP TS 23.040 (sizes, from memory). Validated by
/// <c>m2miot validate sms</c> and <c>SmsTests</c>.</para>
/// </remarks>
public sealed class Sms(SmsOptions options)
    : SessionTechnology(
        "sms",
        new TechnologyTraits(
            Segment.Access,
            LeadsAway: true,
            HasLinkAcknowledgement: true,
            IsExperimental: false,
            Unmetered: "the modems that send and receive short messages",
            Uncounted: "the core and the backhaul of the operator"
        )
    )
{
    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Member,
                    "access data of the service centre are set",
                    "who submits messages has an account (3GPP TS 23.040 and SMPP 3.4, from memory)"
                ),
            ],
            StepsOfPeer = [new(SetupPlace.Peer, "the number is entered", "messages go to numbers (3GPP TS 23.040)")],
            Credentials = [new(CredentialKind.Account, CredentialHolder.Member, "account with the service centre")],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["short message"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        var content = flows.MaxBy(flow => flow.Content.PackedBytes)!.Content;
        var parts = ShortMessage.Parts(content.PackedBytes);
        if (parts > ShortMessage.MostParts)
        {
            return $"{content.PackedBytes} B take {parts} short messages; one message has at most {ShortMessage.MostParts}.";
        }

        var air = options.AirTime.TotalSeconds;
        var load =
            options.Near == SmsEnd.Mobile
                ? flows.Sum(flow => flow.BusiestPerSecond * ShortMessage.Parts(flow.Content.PackedBytes) * air)
                : 0;
        return load < 1 ? null : $"Short messages take {air:0.##} s each over the air; these fill {load:P0} of the time.";
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SmsInstallation(Checked(options), site, Name);
    }

    private static SmsOptions Checked(SmsOptions options) =>
        options.CentreLeast <= options.CentreMost
            ? options
            : throw new ArgumentException(
                $"The least time in the service centre, {options.CentreLeast}, lies above the greatest, {options.CentreMost}.",
                nameof(options)
            );
}
