using CsCheck;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class MutationTests
{
    private const string Letters = "ab1 :-{}[],\"'\n\t#&*!|>%@`?~<$\\.\u0000é\ud83d\ufeff/=+";

    private const string Whole = """
        seed: 1
        parties: &p
          meter: { count: 5000, indoor: 60 %, rate: 0.2 / year, note: "a \n b" }
          other: { carries: 4 x 16 bit }
        hops:
          - { from: meter, to: [leak, x], over: [lte, { internet: { rtt: 30 ms } }], delivery: ">= 98 %" }
        extra: { again: *p, text: a|b }
        uncertain: { a: 3.5 .. 4.1 }
        """;

    private static readonly Gen<string> Mutated = Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 3], Gen.Char[Letters].Array[0, 3])
        .Array[1, 4]
        .Select(edits =>
            edits.Aggregate(
                Whole,
                (text, edit) =>
                {
                    var at = Math.Min(edit.Item1, text.Length);
                    return text[..at] + new string(edit.Item3) + text[Math.Min(at + edit.Item2, text.Length)..];
                }
            )
        );

    [Test]
    public void Mutated_text_is_read_or_refused_with_reasons() =>
        Mutated.Sample(
            text =>
            {
                var reading = new Reading<SampleStudy>(text);
                return reading.Value is null == reading.Problems.HasErrors;
            },
            iter: 5000
        );

    [Test]
    public void Random_text_is_read_or_refused_with_reasons() =>
        Gen.Char[Letters]
            .Array[0, 60]
            .Sample(
                letters =>
                {
                    var reading = new Reading<SampleStudy>(new string(letters));
                    return reading.Value is null == reading.Problems.HasErrors;
                },
                iter: 5000
            );

    [Test]
    public void What_is_read_is_written_and_read_back() =>
        Mutated.Sample(
            text =>
            {
                if (new Reading<SampleStudy>(text).Value is not { } study)
                {
                    return true;
                }

                var written = new EffectiveWriter().Write(study);
                return new EffectiveWriter().Write(new Reading<SampleStudy>(written).Good) == written;
            },
            iter: 3000
        );
}
