using M2mVsIoTSim.Scenarios.Validation.Ble;
using M2mVsIoTSim.Scenarios.Validation.Cellular;
using M2mVsIoTSim.Scenarios.Validation.Cost;
using M2mVsIoTSim.Scenarios.Validation.Detection;
using M2mVsIoTSim.Scenarios.Validation.Links;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Scenarios.Validation.LrWpan;
using M2mVsIoTSim.Scenarios.Validation.LteM;
using M2mVsIoTSim.Scenarios.Validation.Mobility;
using M2mVsIoTSim.Scenarios.Validation.NbFi;
using M2mVsIoTSim.Scenarios.Validation.NbIot;
using M2mVsIoTSim.Scenarios.Validation.Nr;
using M2mVsIoTSim.Scenarios.Validation.Platform;
using M2mVsIoTSim.Scenarios.Validation.PowerLine;
using M2mVsIoTSim.Scenarios.Validation.Queues;
using M2mVsIoTSim.Scenarios.Validation.Radio;
using M2mVsIoTSim.Scenarios.Validation.RandomAccess;
using M2mVsIoTSim.Scenarios.Validation.Sessions;
using M2mVsIoTSim.Scenarios.Validation.Sigfox;
using M2mVsIoTSim.Scenarios.Validation.WirelessMBus;
using M2mVsIoTSim.Scenarios.Validation.Wlan;

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
        BrokerSuite.Create(),
        PacketQueueSuite.Create(),
        RetransmissionSuite.Create(),
        EthernetSwitchSuite.Create(),
        Ns3PointToPointSuite.Create(),
        Ns3BusSuite.Create(),
        ModbusSuite.Create(),
        PlcG3Suite.Create(),
        InternetPathSuite.Create(),
        AlohaSuite.Create(),
        SlottedSuite.Create(),
        RandomAccessSuite.Create(),
        CellSharingSuite.Create(),
        ConnectionDensitySuite.Create(),
        TimeFrequencySuite.Create(),
        PropagationSuite.Create(),
        RandomRadioSuite.Create(),
        RandomWaypointSuite.Create(),
        TimeOnAirSuite.Create(),
        OtherAirtimeSuite.Create(),
        RejectionSuite.Create(),
        LoRaSimSuite.Create(),
        InterferenceSuite.Create(),
        SmallNetworkSuite.Create(),
        Ns3Suite.Create(),
        AnswerSuite.Create(),
        LifetimeSuite.Create(),
        SigfoxAirtimeSuite.Create(),
        SigfoxAlohaSuite.Create(),
        SigfoxLifetimeSuite.Create(),
        NbFiAirtimeSuite.Create(),
        NbFiAlohaSuite.Create(),
        NbFiGroupSuite.Create(),
        SmallMessagesSuite.Create(),
        NbIotLinkSuite.Create(),
        NbIotBatterySuite.Create(),
        NbIotEnergySuite.Create(),
        LteMSuite.Create(),
        LteCat1Suite.Create(),
        NrBlockErrorSuite.Create(),
        NrUserPlaneSuite.Create(),
        NrUrllcSuite.Create(),
        GprsSuite.Create(),
        SmsSuite.Create(),
        SaturationSuite.Create(),
        Ns3WlanSuite.Create(),
        LightLoadSuite.Create(),
        TlsHandshakeSuite.Create(),
        MqttExchangeSuite.Create(),
        MqttLossSuite.Create(),
        HttpExchangeSuite.Create(),
        AmqpSuite.Create(),
        ModbusTcpSuite.Create(),
        SingleLinkSuite.Create(),
        Ns3LrWpanSuite.Create(),
        BleAdvertisingSuite.Create(),
        BleConnectionSuite.Create(),
        DtlsHandshakeSuite.Create(),
        CoapExchangeSuite.Create(),
        CoapLossSuite.Create(),
        SmallProtocolSuite.CreateLwm2m(),
        SmallProtocolSuite.CreateMqttSn(),
        WmBusSuite.Create(),
        CostSuite.Create(),
        DetectorSuite.Create(),
    ];
}
