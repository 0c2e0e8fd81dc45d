#!/usr/bin/env dotnet
#:project ../Simulator/Simulator.csproj
#:property PublishAot=false

// Why a shared radio channel saturates.
//
// Many devices share one channel and nobody coordinates them: whoever has something to say, says it. Two frames that overlap destroy
// each other. The load G is the number of frames that start in the time that one frame takes; the throughput S is how many of
// them get through. N. Abramson (1970) found S = G e^(-2G) for pure ALOHA: a frame is lost if another starts up to one frame time
// before or after it. Where all wait for the next slot, only frames of the same slot meet: S = G e^(-G), twice the maximum.
//
// LoRaWAN devices do the same. Here is the simulator's own radio channel, with everything else taken away.
//
// Run it from the root of the repository: dotnet run notebooks/aloha.cs

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

const int Replications = 10;
const int Frames = 20_000;
const double StudentQuantile = 2.262; // 95 %, two-sided, 9 degrees of freedom

var arrival = Purpose.Named("arrival");
var frameTime = 1.Seconds;

var (best, most) = (0.0, 0.0);
Console.WriteLine("       pure ALOHA                 slotted ALOHA");
Console.WriteLine("  G    theory   simulated         theory   simulated");
foreach (var load in new[] { 0.1, 0.25, 0.5, 1, 2 })
{
    var (pure, slotted) = (Simulated(load, slotted: false), Simulated(load, slotted: true));
    Console.WriteLine($"{load, 4}   {load * Math.Exp(-2 * load):F4}   {pure.Text}   {load * Math.Exp(-load):F4}   {slotted.Text}");
    (best, most) = pure.Mean > most ? (load, pure.Mean) : (best, most);
}

Console.WriteLine();
Console.WriteLine(
    $"Of these loads the channel without slots carries most at G = {best}, and then only {most:P0}. Twice the devices do not bring twice the data."
);
Console.WriteLine($"± is the 95 % interval over {Replications} independent runs of {Frames} frames: nineteen in twenty hold the truth.");

// The mean over independent runs, and how far it can be trusted.
(double Mean, string Text) Simulated(double load, bool slotted)
{
    var runs = Enumerable.Range(0, Replications).Select(replication => Throughput(load, slotted, replication)).ToArray();
    var mean = runs.Average();
    var deviation = Math.Sqrt(runs.Sum(run => (run - mean) * (run - mean)) / (Replications - 1));
    return (mean, $"{mean:F4} ± {StudentQuantile * deviation / Math.Sqrt(Replications):F4}");
}

// One run: the share of time in which frames that get through are on the air.
double Throughput(double load, bool slotted, int replication)
{
    var simulation = new Simulation(seed: 1, replication);
    var everyone = new[] { new Reach(Receiver: 0, Milliwatts: 1) };
    var channel = new RadioChannel("air", simulation, [new RadioReceiver([-100])], channels: 1, RejectionRule.AnyOverlapDestroys);
    var through = 0;

    async Process Crowd()
    {
        var gaps = simulation.Random.Stream(Entity.Of("crowd"), arrival);
        var wish = SimTime.Start;
        for (var number = 0; number < Frames; number++)
        {
            wish += gaps.Exponential(1 / load).Seconds;
            await simulation.Until(slotted ? NextSlot(wish) : wish);
            channel.Begin(new Cry(survived => through += survived ? 1 : 0), channel: 0, code: 0, frameTime, everyone);
        }
    }

    simulation.Start(Crowd());
    simulation.Run();
    return through * frameTime.TotalSeconds / (simulation.Now - SimTime.Start).TotalSeconds;
}

SimTime NextSlot(SimTime wish) => new((wish.Nanoseconds / frameTime.Nanoseconds + 1) * frameTime.Nanoseconds);

// A frame on the air. When it has ended, it tells whether the receiver got it.
sealed class Cry(Action<bool> ended) : Transmission
{
    protected override void Ended() => ended(ReceptionAt(0) == Reception.Received);
}
