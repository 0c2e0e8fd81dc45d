using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim;

/// <summary>Every technology and protocol by name; one line each. Readers, schema and <c>explain</c> ask it; models never do.</summary>
public static class Catalog
{
    /// <summary>Technologies that a hop can go over.</summary>
    public static IReadOnlyList<CatalogEntry<Technology>> Technologies { get; } =
    [
        CatalogEntry<Technology>.Of<Ethernet, EthernetOptions>("ethernet", options => new Ethernet(options)),
        CatalogEntry<Technology>.Of<Ethernet, OfficeLanOptions>("office-lan", options => new Ethernet(options)),
        CatalogEntry<Technology>.Of<FixedAccess, FibreOptions>("fibre", options => new FixedAccess("fibre", options)),
        CatalogEntry<Technology>.Of<FixedAccess, CableOptions>("cable", options => new FixedAccess("cable", options)),
        CatalogEntry<Technology>.Of<FixedAccess, DslOptions>("dsl", options => new FixedAccess("dsl", options)),
        CatalogEntry<Technology>.Of<Internet, InternetOptions>("internet", options => new Internet(options)),
        CatalogEntry<Technology>.Of<OperatorCore, OperatorCoreOptions>("operator-core", options => new OperatorCore(options)),
        CatalogEntry<Technology>.Of<FiveGCore, FiveGCoreOptions>("5g-core", options => new FiveGCore(options)),
        CatalogEntry<Technology>.Of<ApnVpn, ApnVpnOptions>("apn-vpn", options => new ApnVpn(options)),
        CatalogEntry<Technology>.Of<LoRaWan, LoRaWanEu868Options>("lorawan-eu868", options => new LoRaWan(options)),
        CatalogEntry<Technology>.Of<LoRaWan, LoRaWanUs915Options>("lorawan-us915", options => new LoRaWan(options)),
        CatalogEntry<Technology>.Of<Sigfox, SigfoxRc1Options>("sigfox-rc1", options => new Sigfox("sigfox-rc1", options)),
        CatalogEntry<Technology>.Of<Sigfox, SigfoxRc2Options>("sigfox-rc2", options => new Sigfox("sigfox-rc2", options)),
        CatalogEntry<Technology>.Of<NbFi, NbFiOptions>("nb-fi", options => new NbFi(options)),
        CatalogEntry<Technology>.Of<NbIot, NbIotOptions>("nb-iot", options => new NbIot(options)),
        CatalogEntry<Technology>.Of<LteM, LteMOptions>("lte-m", options => new LteM(options)),
        CatalogEntry<Technology>.Of<LteCat1, LteCat1Options>("lte-cat1", options => new LteCat1(options)),
        CatalogEntry<Technology>.Of<Nr, NrOptions>("nr-embb", options => new Nr("nr-embb", options)),
        CatalogEntry<Technology>.Of<Nr, NrMmtcOptions>("nr-mmtc", options => new Nr("nr-mmtc", options)),
        CatalogEntry<Technology>.Of<Nr, NrRedCapOptions>("nr-redcap", options => new Nr("nr-redcap", options)),
        CatalogEntry<Technology>.Of<Nr, NrPrivateOptions>("nr-private", options => new Nr("nr-private", options)),
        CatalogEntry<Technology>.Of<Nr, NrUrllcOptions>("nr-urllc", options => new Nr("nr-urllc", options)),
        CatalogEntry<Technology>.Of<Gprs, GprsOptions>("gprs", options => new Gprs(options)),
        CatalogEntry<Technology>.Of<Ieee802154, Ieee802154Options>("ieee-802154", options => new Ieee802154(options)),
        CatalogEntry<Technology>.Of<Ble, BleOptions>("ble", options => new Ble(options)),
        CatalogEntry<Technology>.Of<BleAdvertising, BleAdvertisingOptions>("ble-advertising", options => new BleAdvertising(options)),
        CatalogEntry<Technology>.Of<Wifi, WifiOptions>("wifi", options => new Wifi(options)),
        CatalogEntry<Technology>.Of<Rs485Modbus, Rs485ModbusOptions>("rs485-modbus", options => new Rs485Modbus(options)),
        CatalogEntry<Technology>.Of<WmBus, WmBusOptions>("wm-bus", options => new WmBus(options)),
        CatalogEntry<Technology>.Of<PlcG3, PlcG3Options>("plc-g3", options => new PlcG3(options)),
        CatalogEntry<Technology>.Of<Sms, SmsOptions>("sms", options => new Sms(options)),
    ];

    /// <summary>Protocols that a hop can speak.</summary>
    public static IReadOnlyList<CatalogEntry<Protocol>> Protocols { get; } =
    [
        CatalogEntry<Protocol>.Of<Udp, UdpOptions>("udp", options => new Udp(options)),
        CatalogEntry<Protocol>.Of<Coap, CoapOptions>("coap", options => new Coap(options)),
        CatalogEntry<Protocol>.Of<Lwm2m, Lwm2mOptions>("lwm2m", options => new Lwm2m(options)),
        CatalogEntry<Protocol>.Of<Push, PushOptions>("push", options => new Push(options)),
        CatalogEntry<Protocol>.Of<Dlms, DlmsOptions>("dlms", options => new Dlms(options)),
        CatalogEntry<Protocol>.Of<MqttSn, MqttSnOptions>("mqtt-sn", options => new MqttSn(options)),
        CatalogEntry<Protocol>.Of<Mqtt, MqttOptions>("mqtt", options => new Mqtt(options)),
        CatalogEntry<Protocol>.Of<Amqp, AmqpOptions>("amqp", options => new Amqp(options)),
        CatalogEntry<Protocol>.Of<Http, HttpOptions>("http", options => new Http(options)),
        CatalogEntry<Protocol>.Of<ModbusTcp, ModbusTcpOptions>("modbus-tcp", options => new ModbusTcp(options)),
    ];

    /// <summary>What a tier or a party can be.</summary>
    public static IReadOnlyList<CatalogEntry<PlatformKind>> Platforms { get; } =
    [
        CatalogEntry<PlatformKind>.Of<Broker, BrokerOptions>("broker", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Broker, NanoMqOptions>("nanomq", options => new(options, "nanomq")),
        CatalogEntry<PlatformKind>.Of<Broker, EmqxOptions>("emqx", options => new(options, "emqx")),
        CatalogEntry<PlatformKind>.Of<Broker, VerneMqOptions>("vernemq", options => new(options, "vernemq")),
        CatalogEntry<PlatformKind>.Of<HeadEnd, HeadEndOptions>("head-end", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Concentrator, ConcentratorOptions>("concentrator", options => new(options)),
        CatalogEntry<PlatformKind>.Of<NetworkServer, NetworkServerOptions>("network-server", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Server, ServerOptions>("server", options => new(options)),
        CatalogEntry<PlatformKind>.Of<RuleEngine, RuleEngineOptions>("rule-engine", options => new(options)),
        CatalogEntry<PlatformKind>.Of<StreamAnalytics, StreamAnalyticsOptions>("stream-analytics", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Database, DatabaseOptions>("database", options => new(options)),
        CatalogEntry<PlatformKind>.Of<EdgeCompute, EdgeComputeOptions>("edge-compute", options => new(options)),
        CatalogEntry<PlatformKind>.Of<CloudCompute, CloudComputeOptions>("cloud-compute", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Application, ApplicationOptions>("application", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Controller, ControllerOptions>("controller", options => new(options)),
        CatalogEntry<PlatformKind>.Of<Person, PersonOptions>("person", options => new(options)),
    ];
}
