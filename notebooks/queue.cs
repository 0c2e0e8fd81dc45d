#!/usr/bin/env dotnet
#:project ../Simulator/Simulator.csproj
#:property PublishAot=false

// A queue, with nothing but the simulator's kernel.
//
// Messages come to a server at random. It needs a second for each, on average, and takes them one after the other. The load is the
// share of time for which it is busy. How long does a message wait? Queueing theory knows: load / (1 - load) seconds (M/M/1:
// Kleinrock, Queueing Systems, vol. 1, section 3.2). At 50 % load that is one second, at 90 % already nine: this is why the
// simulator plans brokers and head-ends for 70 %.
//
// Run it from the root of the repository: dotnet run notebooks/queue.cs

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

const int Replications = 10;
const int Messages = 50_000;
const double StudentQuantile = 2.262; // 95 %, two-sided, 9 degrees of freedom

var arrival = Purpose.Named("arrival");
var service = Purpose.Named("service");

Console.WriteLine("load    M/M/1 [s]   simulated [s]");
foreach (var load in new[] { 0.1, 0.5, 0.7, 0.9 })
{
    var waits = Enumerable.Range(0, Replications).Select(replication => MeanWait(load, replication)).ToArray();
    var mean = waits.Average();
    var deviation = Math.Sqrt(waits.Sum(wait => (wait - mean) * (wait - mean)) / (Replications - 1));
    var halfWidth = StudentQuantile * deviation / Math.Sqrt(Replications);
    Console.WriteLine($"{load, 4:P0}   {load / (1 - load), 10:F3}   {mean, 6:F3} ± {halfWidth:F3}");
}

Console.WriteLine();
Console.WriteLine(
    $"± is the 95 % interval over {Replications} independent runs of {Messages} messages: nineteen in twenty hold the truth."
);

// One run. The replication is part of every random draw's address, so runs are independent and each can be repeated exactly.
double MeanWait(double load, int replication)
{
    var simulation = new Simulation(seed: 1, replication);
    var server = new Resource(simulation);
    var waited = Duration.Zero;

    // A process is a story: it waits in simulated time, and the clock jumps from event to event.
    async Process Message(int number)
    {
        var came = simulation.Now;
        using var turn = await server.Request();
        waited += simulation.Now - came;
        var luck = simulation.Random.Draw(Entity.Of("message", number), service);
        await simulation.Delay(luck.Exponential(1).Seconds);
    }

    async Process Source()
    {
        var gaps = simulation.Random.Stream(Entity.Of("source"), arrival);
        for (var number = 0; number < Messages; number++)
        {
            await simulation.Delay(gaps.Exponential(1 / load).Seconds);
            simulation.Start(Message(number));
        }
    }

    simulation.Start(Source());
    simulation.Run();
    return waited / 1.Seconds / Messages;
}
