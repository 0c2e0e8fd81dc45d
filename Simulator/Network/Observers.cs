using System.Reflection;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>The probes of a run. Each callback reaches only the probes that override it.</summary>
public sealed class Observers
{
    private Probe[] _sent = [];
    private Probe[] _delivered = [];
    private Probe[] _duplicate = [];
    private Probe[] _dropped = [];
    private Probe[] _frameSent = [];
    private Probe[] _frameLost = [];
    private Probe[] _reattached = [];

    /// <summary>Adds a probe; do so before the run.</summary>
    public void Add(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        Subscribe(ref _sent, probe, nameof(Probe.Sent));
        Subscribe(ref _delivered, probe, nameof(Probe.Delivered));
        Subscribe(ref _duplicate, probe, nameof(Probe.Duplicate));
        Subscribe(ref _dropped, probe, nameof(Probe.Dropped));
        Subscribe(ref _frameSent, probe, nameof(Probe.FrameSent));
        Subscribe(ref _frameLost, probe, nameof(Probe.FrameLost));
        Subscribe(ref _reattached, probe, nameof(Probe.Reattached));
    }

    /// <inheritdoc cref="Probe.Sent"/>
    public void Sent(in Message message, SimTime now)
    {
        foreach (var probe in _sent)
        {
            probe.Sent(message, now);
        }
    }

    /// <inheritdoc cref="Probe.Delivered"/>
    public void Delivered(in Message message, int consumer, SimTime now)
    {
        foreach (var probe in _delivered)
        {
            probe.Delivered(message, consumer, now);
        }
    }

    /// <inheritdoc cref="Probe.Duplicate"/>
    public void Duplicate(in Message message, SimTime now)
    {
        foreach (var probe in _duplicate)
        {
            probe.Duplicate(message, now);
        }
    }

    /// <inheritdoc cref="Probe.Dropped"/>
    public void Dropped(in Message message, DropReason reason, SimTime now)
    {
        foreach (var probe in _dropped)
        {
            probe.Dropped(message, reason, now);
        }
    }

    /// <inheritdoc cref="Probe.FrameSent"/>
    public void FrameSent(Medium medium, int bytes, Duration occupied)
    {
        foreach (var probe in _frameSent)
        {
            probe.FrameSent(medium, bytes, occupied);
        }
    }

    /// <inheritdoc cref="Probe.FrameLost"/>
    public void FrameLost(Medium medium, DropReason reason)
    {
        foreach (var probe in _frameLost)
        {
            probe.FrameLost(medium, reason);
        }
    }

    /// <inheritdoc cref="Probe.Reattached"/>
    public void Reattached(Node node, Duration interruption, SimTime at)
    {
        foreach (var probe in _reattached)
        {
            probe.Reattached(node, interruption, at);
        }
    }

    private static void Subscribe(ref Probe[] probes, Probe probe, string callback)
    {
        var method = probe.GetType().GetMethod(callback, BindingFlags.Public | BindingFlags.Instance)!;
        if (method.DeclaringType != typeof(Probe))
        {
            probes = [.. probes, probe];
        }
    }
}
