using M2mVsIoTSim.Benchmarks;
using M2mVsIoTSim.Benchmarks.Cases;

// dotnet run -c Release --project Tests/Benchmarks [-- PART-OF-A-NAME…], or long runs: [-- lorawan-day]
if (args is [var name] && LoRaWanDay.Names.Contains(name))
{
    LoRaWanDay.Run(name);
    return 0;
}

Benchmark[] all =
[
    .. Hold.All,
    .. AgendaChoice.All,
    .. Customers.All,
    .. Draws.All,
    .. LoRaWanHop.All,
    .. WlanHop.All,
    .. NbIotDay.All,
    .. CellIdle.All,
];
Benchmark[] chosen = args.Length == 0 ? all : [.. all.Where(b => args.Any(a => b.Name.Contains(a, StringComparison.OrdinalIgnoreCase)))];
if (chosen.Length == 0)
{
    Console.Error.WriteLine(
        $"No benchmark has {string.Join(" or ", args)} in its name. There are: {string.Join(", ", [.. all.Select(b => b.Name), .. LoRaWanDay.Names])}."
    );
    return 2;
}

var baseline = BaselineCompiler.Build();
Table.WriteHeader();
foreach (var benchmark in chosen)
{
    Table.Write(benchmark, Measurement.Of(benchmark, baseline));
}

if (baseline is not null)
{
    File.Delete(baseline);
}

return 0;
