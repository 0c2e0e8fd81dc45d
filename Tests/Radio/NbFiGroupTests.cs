using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Tests.Radio;

public class NbFiGroupTests
{
    [Test]
    public void A_single_frame_is_lost_if_all_its_attempts_are()
    {
        Assert.That(NbFiGroup.Delivery(1, 0.7, 0.5, 2), Is.EqualTo(1 - 0.3 * 0.3 * 0.3).Within(1e-12));
    }

    [Test]
    public void A_single_frame_is_sent_until_an_answer_comes()
    {
        Assert.That(NbFiGroup.Transmissions(1, 0.8, 0.5, 2), Is.EqualTo(1 + 0.6 + 0.36).Within(1e-12));
    }

    [Test]
    public void Two_frames_without_retries_have_to_arrive_at_once()
    {
        Assert.That(NbFiGroup.Delivery(2, 0.9, 0.5, 0), Is.EqualTo(0.81).Within(1e-12));
    }

    [Test]
    public void Two_frames_with_one_retry_by_hand()
    {
        // The second asks: heard at the first or second attempt with 0.99. Then the first is there (0.9) or is sent again once (0.1 · 0.9).
        Assert.That(NbFiGroup.Delivery(2, 0.9, 1, 1), Is.EqualTo(0.99 * (0.9 + 0.1 * 0.9)).Within(1e-12));
    }

    [Test]
    public void Without_loss_every_frame_is_sent_once()
    {
        Assert.That((NbFiGroup.Delivery(31, 1, 1, 2), NbFiGroup.Transmissions(31, 1, 1, 2)), Is.EqualTo((1.0, 31.0)));
    }
}
