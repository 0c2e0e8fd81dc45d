#!/usr/bin/env dotnet
#:project ../Scenarios/Scenarios.csproj
#:property PublishAot=false

// A first comparison: who wins, by how much, and why?
//
// A hundred water meters report every hour over LTE. Three architectures do this job. "direct" and "mediated" differ in one thing only:
// who stands in the middle. "mqtt" differs in more. All three meet the same luck: the same meters report at the same moments and
// lose the same frames wherever they do the same thing. So the difference of two results is due to the architectures, not to chance.
//
// If two architectures differ in one factor, that factor is the cause. If they differ in several, only the package can be praised or
// blamed. This is the most common mistake in comparisons of M2M with IoT, and the reason why the program always lists the factors.
//
// Run it from the root of the repository: dotnet run notebooks/first-comparison.cs

using M2mVsIoTSim.Scenarios.Running;

const string Scenario = """
    study: { seed: 1, replications: 5, warm-up: 1 h, duration: 6 h }
    jobs:
      water-metering:
        source: numbers of this lesson, nobody's requirement
        parties:
          meter: { count: 100, device: water-meter }
          utility: { kind: application }
        relations:
          reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 1 h, require: { delivery: ">= 98 %", within: 1 min } }
    architectures:
      direct:
        hops:
          - { from: meter, to: head-end, over: [lte-cat1, operator-core, internet], speaks: push }
          - { from: head-end, to: utility, over: internet, speaks: push }
      mediated:
        hops:
          - { from: meter, to: broker, over: [lte-cat1, operator-core, internet], speaks: push }
          - { from: broker, to: utility, over: internet, speaks: push }
      mqtt:
        hops:
          - { from: meter, to: broker, over: [lte-cat1, operator-core, internet], speaks: { mqtt: { connection: per-message } } }
          - { from: broker, to: utility, over: internet, speaks: mqtt }
    comparisons:
      middle:
        question: Who should stand between a meter and its utility, and what should they speak?
        job: water-metering
        cross: { architecture: [direct, mediated, mqtt] }
    """;

var result = Study.Parse(Scenario).Run();

Console.WriteLine(result.Study.Scenario.Comparisons["middle"].Question);
Console.WriteLine();
foreach (var cell in result.Cells)
{
    var (latency, life) = (cell.Estimate("latency-mean", "reading"), cell.Estimate("battery-life", "meter"));
    Console.WriteLine(
        $"{cell.Cell.Architecture, -8} ({cell.Cell.Plan.Family}): mean latency {latency.Mean * 1000:F1} ± {latency.HalfWidth * 1000:F1} ms, battery life {life.Mean:F3} ± {life.HalfWidth:F3} years"
    );
}

Compare("direct", "mediated");
Compare("direct", "mqtt");

Console.WriteLine();
Console.WriteLine(
    "± is the 95 % interval over 5 runs. Differences are taken run by run: where the luck is the same, little of it is left."
);

void Compare(string a, string b)
{
    var factors = result.Factors(a, b);
    Console.WriteLine();
    Console.WriteLine($"{a} against {b}");
    foreach (var factor in factors)
    {
        Console.WriteLine($"  differs: {factor.Factor}: {factor.A} | {factor.B}");
    }

    Tell("mean latency", "latency-mean", "reading", "ms", 1000, a, b);
    Tell("battery life", "battery-life", "meter", "years", 1, a, b);
    Console.WriteLine(
        factors.Count == 1
            ? $"  one factor: a difference, where there is one, is due to {factors[0].Factor}"
            : $"  a package: no one of these {factors.Count} factors may be named as the cause"
    );
}

void Tell(string title, string metric, string of, string unit, double scale, string a, string b)
{
    var gap = result.Difference(a, b, point: "", metric, of);
    var (mean, halfWidth) = (gap.Difference.Mean * scale, gap.Difference.HalfWidth!.Value * scale);
    Console.WriteLine(
        gap.Identical ? $"  {title}: identical in every run"
        : Math.Abs(mean) <= halfWidth ? $"  {title}: no significant difference ({mean:+0.000;-0.000} ± {halfWidth:F3} {unit})"
        : $"  {title}: {(mean < 0 ? a : b)} is lower, by {Math.Abs(mean):F3} ± {halfWidth:F3} {unit}"
    );
}
