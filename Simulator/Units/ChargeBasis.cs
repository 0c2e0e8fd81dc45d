namespace M2mVsIoTSim.Units;

/// <summary>What something that is paid for is counted by.</summary>
public enum ChargeBasis
{
    /// <summary>Each device or collector whose own link a technology is, whichever end of a hop it stands at: its modem, its subscription.</summary>
    Device,

    /// <summary>Each device of the job whose own link a technology is, whichever end of a hop it stands at; collectors come with a port.</summary>
    Port,

    /// <summary>Each component of a kind: gateways, lines, switches.</summary>
    Component,

    /// <summary>Once wherever it is built, whoever shares it.</summary>
    Installation,

    /// <summary>Each member of a tier.</summary>
    Member,

    /// <summary>Each core of the machine on which it runs, shared with the software that stands beside it.</summary>
    Core,

    /// <summary>Each message that it takes in or hands out; of a message service, each that is submitted.</summary>
    Message,

    /// <summary>Each minute of each session that ends at a platform.</summary>
    ConnectionMinute,

    /// <summary>Each octet that its devices send and receive, network headers included.</summary>
    Octet,
}
