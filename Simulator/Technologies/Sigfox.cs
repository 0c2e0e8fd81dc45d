using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Sigfox: devices send short messages in a few ultra-narrow frames at random frequencies; every base station in range may receive them.</summary>
/// <remarks>
/// <para>Modelled: frames of the specification's sizes; random access in time and frequency, with the frames of a message on carriers of their own; collisions of
/// frames whose carriers are nearer than their bandwidth, and capture by energy within it; reception at every station in range without association; removal of
/// copies at the network server, to which the first frame counts that gets through to some station; duty cycle (RC1), dwell time and hopping among micro-channels (RC2), daily contract;
/// messages to devices, which wait at the network server until the device asks: 20 s after the end of its first frame the strongest station that heard it, is free and may transmit by its duty cycle
/// answers at a random time within the device's receive window, during which it hears nothing itself, and the device confirms with one frame; the states of Gomez et al. 2019 in time and
/// energy, of the radio alone: the device adds its own; delay and loss between stations and network server; transmissions of others, of Sigfox and of LoRa; path loss, shadowing, loss into buildings and fading from frame to frame as the area says.</para>
/// <para>Left out: interference on downlinks; signals of others in the band than Sigfox's and LoRa's; listening before talking (RC3, RC5); retries of a downlink
/// that failed; a confirmation's use to the network server; frames that the network learns of only after the first, such as for location; drift and error of carriers, which are random anyway; propagation delay.</para>
/// <para>A device that may not send keeps a message. Its duty cycle is a budget of airtime that accrues all the time and may be saved up for an hour, from which whole messages are taken. A message for
/// which the day's contract is used up is lost. Where the job sends messages to devices, a device asks in an interval of its own; otherwise it never listens.</para>
/// <para>A device that moves is heard by the stations in reach of where it is when a frame begins; a downlink meets the link of the frame before it.</para>
/// <para>Base stations: one stands in the middle; n stand on a sunflower, as the gateways of lorawan-eu868. Number, where it is not given: the smallest for which the expected share of
/// messages (<see cref="StationForecast"/>: up to four stations, capture, strangers) reaches the target, for the places of a survey, the same in every replication.</para>
/// <para>Sources: Sigfox connected objects radio specification, sigfox-tech-radio/sigfox-ep-lib, DEIS-Tools/ns3-sigfox, Gomez et al., A Sigfox Energy Consumption Model,
/// Sensors 19(3) 681, 2019; every figure carries its own.</para>
/// <para>Validated by <c>m2miot validate sigfox-airtime sigfox-aloha sigfox-lifetime time-frequency-aloha</c>, and by <c>SigfoxTests</c>, <c>SigfoxDownlinkTests</c> and
/// <c>SigfoxEnergyTests</c> (time lines, quotas, a day's charge by hand).</para>
/// </remarks>
public sealed class Sigfox(string name, SigfoxOptions options)
    : SessionTechnology(
        name,
        new TechnologyTraits(
            Segment.Access,
            IsUnlicensed: true,
            IsExperimental: false,
            HasFieldEquipment: true,
            HasLinkBudget: true,
            Coverage: "link budget, shadowing and buildings",
            ServesMovers: true
        )
    )
{
    /// <summary>Its options.</summary>
    public SigfoxOptions Options { get; } = StationOptions.Consistent(options);

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Elsewhere,
                    "the device is registered with its identifier and porting code",
                    "the operator drops frames of strangers (from memory)",
                    "operator"
                ),
            ],
            Credentials = [new(CredentialKind.Key, CredentialHolder.Member, "authentication key, written in the factory (from memory)")],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => "network-server";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["air", "backhaul"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows) => new SigfoxLimits(Options).Refuses(flows);

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site) => new SigfoxInstallation(Options, site, Name);
}
