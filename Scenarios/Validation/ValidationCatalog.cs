using M2mVsIoTSim.Scenarios.Validation.Cellular;
using M2mVsIoTSim.Scenarios.Validation.Links;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Scenarios.Validation.LteM;
using M2mVsIoTSim.Scenarios.Validation.NbIot;
using M2mVsIoTSim.Scenarios.Validation.Queues;
using M2mVsIoTSim.Scenarios.Validation.Radio;
using M2mVsIoTSim.Scenarios.Validation.RandomAccess;
using M2mVsIoTSim.Scenarios.Validation.Sessions;

namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>Every suite, in the order of the page.</summary>
public static class ValidationCatalog
{
    /// <summary>The suites; their rows run when they are asked to.</summary>
    public static IReadOnlyList<ValidationSuite> All { get; } =
    [
        SingleServerSuite.Create(),
        ManyServersSuite.Create(),
        NetworkSuite.Create(),
        PrioritySuite.Create(),
        PollingSuite.Create(),
        PercentileSuite.Create(),
        PacketQueueSuite.Create(),
        RetransmissionSuite.Create(),
        AlohaSuite.Create(),
        SlottedSuite.Create(),
        RandomAccessSuite.Create(),
        NbIotBatterySuite.Create(),
        NbIotEnergySuite.Create(),
        PropagationSuite.Create(),
        RandomRadioSuite.Create(),
        TimeOnAirSuite.Create(),
        LoRaSimSuite.Create(),
        Ns3Suite.Create(),
        NbIotLinkSuite.Create(),
        LteMSuite.Create(),
        TlsHandshakeSuite.Create(),
        MqttExchangeSuite.Create(),
        MqttLossSuite.Create(),
    ];
}
