using M2mVsIoTSim.Analysis.Figures;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class FigureFontTests
{
    [Test]
    public void Without_a_font_the_message_says_what_to_install() =>
        Assert.That(
            () => FigureFont.Choose(null, []),
            Throws.TypeOf<FontMissingException>().With.Message.Contains("apt-get install fonts-dejavu-core")
        );

    [Test]
    public void A_file_that_is_no_font_is_named() =>
        Assert.That(
            () => FigureFont.Choose("/nowhere.ttf", []),
            Throws.TypeOf<FontMissingException>().With.Message.Contains("M2MIOT_FONT is '/nowhere.ttf'")
        );

    [Test]
    public void A_family_that_nobody_has_is_passed_over() =>
        Assert.That(() => FigureFont.Choose(null, ["No Such Family 17"]), Throws.TypeOf<FontMissingException>());
}
