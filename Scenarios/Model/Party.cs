using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A fleet of equal members: devices, applications, people.</summary>
public sealed record Party
{
    /// <summary>How many members.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000_000)]
    public int Count { get; init; } = 1;

    /// <summary>What they are.</summary>
    public PartyKind Kind { get; init; } = PartyKind.Device;

    /// <summary>Name of a device in the library: its battery and what it draws when asleep.</summary>
    [NameOf("device")]
    public string? Device { get; init; }

    /// <summary>Temperature of its members; that of the area if absent.</summary>
    [Unit("°C", Minimum = -60, Maximum = 85)]
    public double? Temperature { get; init; }

    /// <summary>Share of members inside buildings.</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    public double Indoor { get; init; }

    /// <summary>How they are placed in the area.</summary>
    public Placement Place { get; init; } = Placement.Random;

    /// <summary>How a person reacts: attentive-operator, phone-user or on-call-engineer.</summary>
    public string? Profile { get; init; }

    /// <summary>What works there, with options, such as a controller with its scan or a person with a shift; by default what the kind says.</summary>
    public PlatformUse? Is { get; init; }

    /// <summary>What is required of them.</summary>
    public PartyRequirement? Require { get; init; }

    /// <summary>How they move.</summary>
    public Movement? Moves { get; init; }

    /// <summary>How members come and go.</summary>
    public Churn? Churn { get; init; }

    /// <summary>What they measure, and what goes wrong there.</summary>
    public Measuring? Measures { get; init; }

    /// <summary>What commands switch there.</summary>
    public LoadSpec? Load { get; init; }
}

/// <summary>What the members of a party are.</summary>
public enum PartyKind
{
    /// <summary>A device in the field; its energy is accounted for.</summary>
    Device,

    /// <summary>Decides within a control loop.</summary>
    Controller,

    /// <summary>A program that consumes or commands.</summary>
    Application,

    /// <summary>Notices, decides, acts.</summary>
    Person,
}

/// <summary>How members are placed in the area.</summary>
public enum Placement
{
    /// <summary>Independently and uniformly.</summary>
    Random,

    /// <summary>On a regular grid.</summary>
    Grid,

    /// <summary>From the sites file of the area.</summary>
    File,
}
