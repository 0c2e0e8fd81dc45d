using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>An uplink as one gateway has received it.</summary>
/// <param name="Device">Who sent it.</param>
/// <param name="Server">The network server.</param>
/// <param name="Gateway">Number of the gateway [1].</param>
/// <param name="DataRate">With which it was sent.</param>
/// <param name="Frequency">Centre of its channel.</param>
/// <param name="Power">At the gateway [dBm].</param>
/// <param name="Start">Its first symbol at the gateway.</param>
/// <param name="End">The end of its last symbol.</param>
/// <param name="AtServer">When this copy is at the network server; null if it is lost on the way there.</param>
/// <param name="Message">What it carries; null for a join-request.</param>
/// <param name="Counter">Its frame counter [1].</param>
/// <param name="IsConfirmed">Whether the device wants to hear that it has arrived.</param>
/// <param name="AsksForAnswer">Whether the device wants to hear anything: ADRACKReq.</param>
/// <param name="AnswersAdr">Whether it brings the answer to a LinkADRReq.</param>
public readonly record struct LoRaWanReception(
    Node Device,
    Node Server,
    int Gateway,
    LoRaDataRate DataRate,
    Frequency Frequency,
    double Power,
    SimTime Start,
    SimTime End,
    SimTime? AtServer,
    Message? Message,
    int Counter,
    bool IsConfirmed,
    bool AsksForAnswer,
    bool AnswersAdr
);
