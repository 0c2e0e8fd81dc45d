namespace M2mVsIoTSim.Platform;

/// <summary>A programmable controller: reads its inputs, decides and sets its outputs once a scan.</summary>
/// <remarks>
/// Modelled: the wait for the next scan and that scan (<see cref="ScanCycle"/>). Left out: the jitter of scans and the control law.
/// Source: <see cref="ControllerOptions"/>. Validated in <c>Tests/Platform/ScanCycleTests</c>.
/// </remarks>
public sealed class Controller(ControllerOptions options) : PlatformKind("controller", Role)
{
    private static readonly PlatformTraits Role = new(
        false,
        false,
        OneM2mRole.Adn,
        "device with sensing and actuating",
        SiteClass.DeviceSite
    );

    /// <inheritdoc/>
    public override string Enrolment => "an assignment to a variable of its program";

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) =>
        new(new ScanCycle(plan.Simulation, plan.Entity, options.Scan), [new("controller", 1, $"one scan every {options.Scan}")], []);
}
