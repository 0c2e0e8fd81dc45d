using CsCheck;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel;

/// <summary>Nothing is lost or made out of nothing, whatever interrupts and time limits do.</summary>
public sealed class ConservationTests
{
    private static readonly Gen<(int Capacity, int Processes, ulong Seed)> Worlds = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 8], Gen.ULong);

    private static readonly Purpose Choices = Purpose.Named("choices");

    [Test]
    public void Servers_are_conserved_under_random_interrupts_and_time_limits() =>
        Worlds.Sample(
            (capacity, processes, seed) =>
            {
                var simulation = new Simulation(seed);
                var resource = new Resource(simulation, capacity);
                var (holders, wrong, interrupts) = (0, 0, 0);

                async Process Customer(RandomStream luck)
                {
                    for (var i = 0; i < 30; i++)
                    {
                        try
                        {
                            using var grant = luck.Uniform() < 0.5 ? await resource.Request() : await resource.Request(Few(luck));
                            if (!grant.IsGranted)
                            {
                                continue;
                            }

                            holders++;
                            wrong += holders > capacity ? 1 : 0;
                            try
                            {
                                await simulation.Delay(Few(luck));
                            }
                            finally
                            {
                                holders--;
                            }
                        }
                        catch (InterruptException)
                        {
                            interrupts++;
                        }
                    }
                }

                Unleash(simulation, processes, Customer);
                return wrong == 0 && holders == 0 && resource.InUse == 0 && resource.Waiting == 0;
            },
            iter: 2_000
        );

    [Test]
    public void Servers_are_conserved_when_they_are_taken_away_as_well() =>
        Worlds.Sample(
            (capacity, processes, seed) =>
            {
                var simulation = new Simulation(seed);
                var resource = new PreemptiveResource(simulation, capacity);
                var (held, wrong, preempted, interrupts) = (new List<Grant>(), 0, 0, 0);

                async Process Customer(RandomStream luck)
                {
                    for (var i = 0; i < 30; i++)
                    {
                        try
                        {
                            using var grant = await resource.Request((int)(luck.Uniform() * 4), luck.Uniform() < 0.7, Few(luck));
                            if (!grant.IsGranted)
                            {
                                continue;
                            }

                            held.Add(grant);
                            wrong += held.Count(one => one.IsHeld) > capacity ? 1 : 0;
                            try
                            {
                                await simulation.Delay(Few(luck));
                            }
                            catch (InterruptException e) when (e.Cause is Preempted)
                            {
                                preempted++;
                                wrong += grant.IsHeld ? 1 : 0;
                            }
                            finally
                            {
                                held.Remove(grant);
                            }
                        }
                        catch (InterruptException)
                        {
                            interrupts++;
                        }
                    }
                }

                Unleash(simulation, processes, Customer);
                return wrong == 0 && held.Count == 0 && resource.InUse == 0 && resource.Waiting == 0;
            },
            iter: 2_000
        );

    [Test]
    public void Amounts_are_conserved_under_random_interrupts_and_time_limits() =>
        Worlds.Sample(
            (capacity, processes, seed) =>
            {
                var simulation = new Simulation(seed);
                var container = new Container<int>(simulation, 3 * capacity);
                var (balance, wrong, interrupts) = (0, 0, 0);

                async Process Trader(RandomStream luck)
                {
                    for (var i = 0; i < 30; i++)
                    {
                        try
                        {
                            var amount = 1 + (int)(luck.Uniform() * 3 * capacity);
                            var isPut = luck.Uniform() < 0.5;
                            var moved = isPut ? await container.Put(amount, Few(luck)) : await container.Get(amount, Few(luck));
                            balance += moved ? (isPut ? amount : -amount) : 0;
                        }
                        catch (InterruptException)
                        {
                            interrupts++;
                        }

                        wrong += container.Level < 0 || container.Level > container.Capacity ? 1 : 0;
                    }
                }

                Unleash(simulation, processes, Trader);
                return wrong == 0 && balance == container.Level && container.WaitingToGet == 0 && container.WaitingToPut == 0;
            },
            iter: 2_000
        );

    [Test]
    public void Items_are_conserved_under_random_interrupts_and_time_limits() =>
        Worlds.Sample(
            (capacity, processes, seed) =>
            {
                var simulation = new Simulation(seed);
                var store = new Store<int>(simulation, capacity);
                var (put, got, next, interrupts) = (new List<int>(), new List<int>(), 0, 0);

                async Process Trader(RandomStream luck)
                {
                    for (var i = 0; i < 30; i++)
                    {
                        try
                        {
                            switch ((int)(luck.Uniform() * 3))
                            {
                                case 0:
                                    var item = next++;
                                    await store.Put(item);
                                    put.Add(item);
                                    break;
                                case 1:
                                    got.Add(await store.Get());
                                    break;
                                default:
                                    var (inTime, late) = await store.Get(Few(luck));
                                    if (inTime)
                                    {
                                        got.Add(late);
                                    }

                                    break;
                            }
                        }
                        catch (InterruptException)
                        {
                            interrupts++;
                        }
                    }
                }

                Unleash(simulation, processes, Trader);
                while (store.TryGet(out var left))
                {
                    got.Add(left);
                    simulation.Run();
                }

                // Whoever still waits to put when nobody gets any more has let its item in by now.
                return put.Order().SequenceEqual(got.Order()) && store.Count == 0;
            },
            iter: 2_000
        );

    /// <summary>Lets processes run while others interrupt them, often at the very time of their own wake-ups.</summary>
    private static void Unleash(Simulation simulation, int count, Func<RandomStream, Process> make)
    {
        var processes = new Process[count];
        for (var i = 0; i < count; i++)
        {
            processes[i] = make(simulation.Random.Stream(Entity.Of("process", i), Choices));
            simulation.Start(processes[i]);
        }

        var luck = simulation.Random.Draw(Entity.Of("interrupter"), Choices);
        for (var i = 0; i < 20 * count; i++)
        {
            var victim = processes[luck.UniformIndex(count)];
            simulation.After(
                luck.UniformIndex(60).Nanoseconds,
                new Reaction(() =>
                {
                    if (!victim.HasHappened)
                    {
                        victim.Interrupt();
                    }
                })
            );
        }

        simulation.Run();
    }

    private static Duration Few(RandomStream luck) => ((int)(luck.Uniform() * 4)).Nanoseconds;
}
