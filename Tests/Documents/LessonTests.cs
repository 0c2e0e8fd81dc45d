namespace M2mVsIoTSim.Tests.Documents;

/// <summary>Every lesson compiles against the projects and runs to its end.</summary>
[NonParallelizable]
public sealed class LessonTests
{
    private static IEnumerable<string> Lessons() => Checkout.Lessons;

    [TestCaseSource(nameof(Lessons))]
    public void A_lesson_runs(string name)
    {
        Assert.That(
            OneFileProgram.Run(name, Checkout.Read($"notebooks/{name}")),
            Does.Contain("±"),
            "a lesson says how far its numbers can be trusted"
        );
    }
}
