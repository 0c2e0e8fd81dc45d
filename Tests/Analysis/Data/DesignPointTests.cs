using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class DesignPointTests
{
    [TestCase("")]
    [TestCase("access=lte-cat1")]
    [TestCase("meter.count=1000,access=lte-cat1")]
    public void A_point_reads_back_in_its_own_order(string text) => Assert.That(DesignPoint.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("access")]
    [TestCase("access=")]
    [TestCase("=lte")]
    [TestCase("a=1,a=2")]
    [TestCase("a=b=c")]
    public void A_text_that_is_no_point_is_refused(string text) =>
        Assert.That(() => DesignPoint.Parse(text), Throws.TypeOf<ResultFormatException>().With.Message.Contains(text));

    [Test]
    public void A_factor_gives_its_value() => Assert.That(DesignPoint.Parse("a=1,b=2")["b"], Is.EqualTo("2"));
}
