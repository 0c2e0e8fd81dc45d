using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>What the scenario file can say, from the beginning on; what cannot be simulated yet is said, never passed over.</summary>
public sealed class CanSayTests
{
    private static IEnumerable<string> Simulated => All.Where(name => Read(name).Notes.Count == 0);

    private static IEnumerable<string> All => Repository.Names("CanSay");

    [TestCaseSource(nameof(All))]
    public void A_file_says_what_it_means_without_mistakes(string name) => Assert.That(() => Read(name).Cells, Is.Not.Empty);

    [TestCaseSource(nameof(Simulated))]
    public void What_can_be_simulated_runs(string name)
    {
        var study = Read(name, new RunRequest { Quick = true, Replications = 1 });
        using var results = new ResultBench();

        Assert.That(results.Run(study).Failures, Is.Empty);
    }

    [TestCase("several-gateways-and-standby", "hop broker → centre: standby paths")]
    public void What_cannot_be_simulated_yet_is_told(string name, string note) =>
        Assert.That(Read(name).Notes, Has.Some.EndsWith($"not modelled yet: {note}"));

    private static Study Read(string name, RunRequest? request = null) => Study.Load(Repository.PathOf("CanSay", $"{name}.yaml"), request);
}
