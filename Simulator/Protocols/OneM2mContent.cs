using M2mVsIoTSim.Network;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>Content as an instance or a notification of oneM2M.</summary>
/// <param name="party">Names of the two ends.</param>
/// <param name="isApplication">Whether the application's end sends it.</param>
internal sealed class OneM2mContent(OneM2mParty party, bool isApplication) : ICoapContent
{
    public int? Format => OneM2mRequest.JsonFormat;

    public int Size(Content content) => party.ContentLength(content, isApplication);

    public void Write(in Message message, Span<byte> destination) => ASCII.GetBytes(party.Content(message, isApplication), destination);
}
