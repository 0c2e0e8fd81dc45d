using System.Globalization;
using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Kernel;

/// <summary>What happened when: lines such as <c>1.5 meter sent</c>.</summary>
internal sealed class Journal(Simulation simulation)
{
    public List<string> Lines { get; } = [];

    public void Note(string text) => Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{simulation.Now.TotalSeconds} {text}"));

    /// <summary>A target that notes its token.</summary>
    public IEventTarget Target => new NotingTarget(this);

    private sealed class NotingTarget(Journal journal) : IEventTarget
    {
        public void Fire(long token) => journal.Note(token.ToString(CultureInfo.InvariantCulture));
    }
}
