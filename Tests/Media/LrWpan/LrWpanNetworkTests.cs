using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.LrWpan;

/// <summary>Time lines by hand, and what goes wrong.</summary>
public sealed class LrWpanNetworkTests
{
    /// <summary>No backoff at all, so that every time is known.</summary>
    private static readonly LrWpanSettings AtOnce = new() { MinimumExponent = 0, MaximumExponent = 0 };

    /// <summary>128 assessment, 192 turnaround, 32 · (6 + 11 + 50) frame, 192 turnaround, 352 acknowledgement; microseconds.</summary>
    [Test]
    public void An_exchange_follows_the_time_line()
    {
        var scene = Star(AtOnce, out var device);
        scene.SendUp(device, 1, 50, SimTime.Start);
        scene.Simulation.Run();

        Assert.Multiple(() =>
        {
            Assert.That(scene.Air, Is.EqualTo(new[] { (67, At(320)), (11, At(320 + 2144 + 192)) }));
            Assert.That(scene.Arrived, Is.EqualTo(new[] { (1, At(320 + 2144)) }));
        });
    }

    /// <summary>The next frame may contend 640 after the acknowledgement, and is on the air 320 later.</summary>
    [Test]
    public void A_long_spacing_follows_a_long_frame()
    {
        var scene = Star(AtOnce, out var device);
        scene.SendUp(device, 1, 50, SimTime.Start);
        scene.SendUp(device, 2, 50, SimTime.Start);
        scene.Simulation.Run();

        Assert.That(scene.Air[2].At, Is.EqualTo(At(320 + 2144 + 544 + 640 + 320)));
    }

    /// <summary>A stranger assesses the channel in the gap before the acknowledgement, later than an assessment after the frame: nobody may have forgotten whose it was.</summary>
    [Test]
    public void An_assessment_before_the_acknowledgement_does_not_lose_it()
    {
        var scene = new LrWpanScene(AtOnce);
        var (root, a, other, stranger) = (scene.Radio("root"), scene.Radio("a"), scene.Radio("other"), scene.Radio("stranger"));
        scene.Link(root, a);
        scene.Wire((a, root), (stranger, other));
        scene.SendUp(a, 1, 50, SimTime.Start);
        scene.SendUp(stranger, 2, 50, At(320 + 2144 + 40));
        scene.Simulation.RunUntil(At(320 + 2144 + 544 + 640));

        Assert.Multiple(() =>
        {
            Assert.That(a.Waiting, Is.Zero);
            Assert.That(scene.Network.DataFrames, Is.EqualTo(2));
        });
    }

    /// <summary>Nobody answers: 864 after each of four frames the next attempt begins, and the fourth is the last.</summary>
    [Test]
    public void A_frame_without_an_acknowledgement_is_repeated_three_times()
    {
        var scene = new LrWpanScene(AtOnce);
        var (root, device) = (scene.Radio("root"), scene.Radio("device"));
        scene.Wire((device, root));
        scene.SendUp(device, 1, 50, SimTime.Start);
        scene.Simulation.Run();

        Assert.Multiple(() =>
        {
            Assert.That(scene.Air.Select(one => one.At), Is.EqualTo(Enumerable.Range(0, 4).Select(i => At(320 + i * (2144 + 864 + 320)))));
            Assert.That(scene.Lost, Is.EqualTo(new[] { (1, DropReason.RetriesExhausted) }));
            Assert.That(scene.Network.Unacknowledged, Is.EqualTo(1));
        });
    }

    /// <summary>The second device assesses while the first one sends, five times without backoff: 5 · 128 pass before it gives up.</summary>
    [Test]
    public void A_channel_that_stays_busy_is_given_up_after_five_assessments()
    {
        var scene = new LrWpanScene(AtOnce);
        var (root, a, b) = (scene.Radio("root"), scene.Radio("a"), scene.Radio("b"));
        scene.Link(root, a);
        scene.Link(root, b);
        scene.Link(a, b);
        scene.Wire((a, root), (b, root));
        scene.SendUp(a, 1, 50, SimTime.Start);
        scene.SendUp(b, 2, 50, At(400));
        scene.Simulation.RunUntil(At(400 + 5 * 128 + 1));

        Assert.Multiple(() =>
        {
            Assert.That(scene.Lost, Is.EqualTo(new[] { (2, DropReason.RetriesExhausted) }));
            Assert.That(scene.Network.AccessFailures, Is.EqualTo(1));
        });
    }

    [Test]
    public void Hidden_terminals_destroy_each_other()
    {
        var scene = new LrWpanScene(AtOnce with { Acknowledged = false });
        var (root, a, b) = (scene.Radio("root"), scene.Radio("a"), scene.Radio("b"));
        scene.Link(root, a, 1e-7);
        scene.Link(root, b, 1e-6);
        scene.Wire((a, root), (b, root));
        scene.SendUp(a, 1, 50, SimTime.Start);
        scene.SendUp(b, 2, 50, At(500));
        scene.Simulation.Run();

        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived, Is.Empty);
            Assert.That(scene.Lost.Select(one => one.Reason), Is.All.EqualTo(DropReason.Collision));
        });
    }

    [Test]
    public void The_stronger_of_two_frames_is_received_if_it_comes_first()
    {
        var scene = new LrWpanScene(AtOnce with { Acknowledged = false });
        var (root, a, b) = (scene.Radio("root"), scene.Radio("a"), scene.Radio("b"));
        scene.Link(root, a, 1e-6);
        scene.Link(root, b, 1e-7);
        scene.Wire((a, root), (b, root));
        scene.SendUp(a, 1, 50, SimTime.Start);
        scene.SendUp(b, 2, 50, At(500));
        scene.Simulation.Run();

        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived.Select(one => one.Number), Is.EqualTo(new[] { 1 }));
            Assert.That(scene.Lost, Is.EqualTo(new[] { (2, DropReason.Collision) }));
        });
    }

    [Test]
    public void A_full_queue_drops_what_comes()
    {
        var scene = Star(AtOnce with { Queue = 2 }, out var device);
        for (var i = 0; i < 4; i++)
        {
            scene.SendUp(device, i, 50, SimTime.Start);
        }

        scene.Simulation.Run();

        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived.Select(one => one.Number), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(scene.Lost, Is.EqualTo(new[] { (2, DropReason.QueueFull), (3, DropReason.QueueFull) }));
        });
    }

    /// <summary>Three hops with one fragment each, and the second hop begins when the first has all.</summary>
    [Test]
    public void A_packet_goes_up_and_down_a_tree()
    {
        var scene = new LrWpanScene();
        var (root, router, leaf) = (scene.Radio("root"), scene.Radio("router"), scene.Radio("leaf"));
        scene.Link(root, router);
        scene.Link(router, leaf);
        scene.Wire((router, root), (leaf, router));
        scene.SendUp(leaf, 1, 50, SimTime.Start);
        scene.SendDown(leaf, 2, 50, At(1_000_000));
        scene.Simulation.Run();

        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived.Select(one => one.Number), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(scene.Network.DataFrames, Is.EqualTo(4));
        });
    }

    [Test]
    public void Every_fragment_is_a_frame_and_the_packet_arrives_with_the_last()
    {
        var scene = Star(AtOnce, out var device, room: 80);
        scene.SendUp(device, 1, 200, SimTime.Start);
        scene.Simulation.Run();

        // Two frames of 97 octets with their acknowledgements and spacing, and one of 57.
        var full = 320 + 97 * 32 + 544 + 640;
        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived, Is.EqualTo(new[] { (1, At(2 * full + 320 + 57 * 32)) }));
            Assert.That(scene.Network.DataFrames, Is.EqualTo(3));
        });
    }

    /// <summary>The place of a datagram that its sender gave up stays taken, so that the next one finds none.</summary>
    [Test]
    public void An_incomplete_datagram_blocks_its_place_until_it_times_out()
    {
        var settings = AtOnce with { Reassemblies = 1, Acknowledged = false, ReassemblyTimeout = 5.Seconds };
        var scene = new LrWpanScene(settings, room: 80);
        var (root, device, jammer) = (scene.Radio("root"), scene.Radio("device"), scene.Radio("jammer"));
        scene.Link(root, device, 1e-7);
        scene.Link(root, jammer, 1e-6);
        scene.Wire((device, root), (jammer, root));
        scene.SendUp(device, 1, 160, SimTime.Start);
        // Into the second fragment, which begins 320 + 3104 + 640 + 320 after the start.
        scene.SendUp(jammer, 9, 20, At(4700));
        scene.SendUp(device, 2, 160, At(1_000_000));
        scene.SendUp(device, 3, 160, At(6_000_000));
        scene.Simulation.Run();

        Assert.Multiple(() =>
        {
            Assert.That(scene.Lost.Select(one => one.Number), Is.EquivalentTo(new[] { 1, 9, 2 }));
            Assert.That(scene.Lost.Single(one => one.Number == 2).Reason, Is.EqualTo(DropReason.QueueFull));
            Assert.That(scene.Arrived.Select(one => one.Number), Is.EqualTo(new[] { 3 }));
        });
    }

    [Test]
    public void A_sleeping_child_fetches_what_its_parent_keeps_with_a_poll()
    {
        var scene = Sleeping(new LrWpanSettings { PollInterval = 2.Seconds }, out var leaf);
        scene.SendDown(leaf, 1, 50, At(10_000_000));
        scene.Simulation.RunUntil(At(13_000_000));

        var waited = (scene.Arrived.Single().At - At(10_000_000)).TotalSeconds;
        Assert.That(waited, Is.InRange(0, 2.1));
    }

    [Test]
    public void A_child_that_never_polls_misses_what_comes_down()
    {
        var scene = Sleeping(new LrWpanSettings { PollInterval = 20.Seconds, Persistence = 1.Seconds }, out var leaf);
        scene.SendDown(leaf, 1, 50, At(100));
        scene.Simulation.RunUntil(At(40_000_000));

        // Its polls lie 20 s apart: the packet is there for the first one by chance only.
        Assert.That(scene.Arrived.Count + scene.Lost.Count(one => one.Reason == DropReason.Asleep), Is.EqualTo(1));
    }

    [Test]
    public void Fragments_for_a_sleeping_child_are_polled_for_one_by_one()
    {
        var scene = Sleeping(new LrWpanSettings { PollInterval = 2.Seconds, MacOctets = 11 }, out var leaf, room: 80);
        scene.SendDown(leaf, 1, 200, At(10_000_000));
        scene.Simulation.RunUntil(At(12_500_000));

        Assert.Multiple(() =>
        {
            Assert.That(scene.Arrived.Select(one => one.Number), Is.EqualTo(new[] { 1 }));
            Assert.That(scene.Network.DataFrames, Is.EqualTo(3));
        });
    }

    /// <summary>Assessment, two turnarounds and the acknowledgement are heard: 128 + 192 + 544; the frame is sent: 2144; the rest is sleep.</summary>
    [Test]
    public void A_sleeping_device_is_charged_for_what_its_radio_does()
    {
        var settings = AtOnce with { Currents = new LrWpanCurrents(3, 1e-6, 1e-3, 6e-3, 7e-3) };
        var scene = Sleeping(settings, out var leaf);
        scene.SendUp(leaf, 1, 50, SimTime.Start);
        scene.Simulation.RunUntil(At(1_000_000));
        leaf.Meter!.Settle(scene.Simulation.Now);

        var microcoulombs = (128 + 192 + 544) * 6e-3 + 2144 * 7e-3 + (1_000_000 - 864 - 2144) * 1e-6;
        Assert.That(leaf.Meter.Joules, Is.EqualTo(3 * 1e-6 * microcoulombs).Within(1e-6).Percent);
    }

    [Test]
    public void The_same_seed_gives_the_same_air()
    {
        var (first, again, other) = (Crowd(7), Crowd(7), Crowd(8));

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    private static List<(int, SimTime)> Crowd(ulong seed)
    {
        var scene = new LrWpanScene(seed: seed);
        var root = scene.Radio("root");
        var devices = Enumerable.Range(0, 5).Select(i => scene.Radio($"device {i}", isAlwaysOn: false)).ToList();
        foreach (var device in devices)
        {
            scene.Link(root, device);
        }

        scene.Wire([.. devices.Select(device => (device, root))]);
        for (var i = 0; i < 50; i++)
        {
            scene.SendUp(devices[i % 5], i, 40, At(i * 700));
        }

        scene.Simulation.Run();
        Assert.That(scene.Arrived.Count + scene.Lost.Count, Is.EqualTo(50));
        return scene.Air;
    }

    private static LrWpanScene Star(LrWpanSettings settings, out LrWpanRadio device, int room = int.MaxValue)
    {
        var scene = new LrWpanScene(settings, room: room);
        var root = scene.Radio("root");
        device = scene.Radio("device");
        scene.Link(root, device);
        scene.Wire((device, root));
        return scene;
    }

    private static LrWpanScene Sleeping(LrWpanSettings settings, out LrWpanRadio leaf, int room = int.MaxValue)
    {
        var scene = new LrWpanScene(settings, room: room);
        var root = scene.Radio("root");
        leaf = scene.Radio("leaf", isAlwaysOn: false);
        scene.Link(root, leaf);
        scene.Wire((leaf, root));
        return scene;
    }

    private static SimTime At(long microseconds) => new(1000 * microseconds);
}
