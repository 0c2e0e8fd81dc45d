namespace M2mVsIoTSim.Protocols;

/// <summary>What a client subscribes to: a topic, or many by wildcards (MQTT 3.1.1 and 5.0, section 4.7).</summary>
/// <remarks><c>+</c> stands for one level, <c>#</c> at the end for any number of them, none included. Topics that begin with <c>$</c> are met
/// by no wildcard at the first level.</remarks>
/// <param name="Text">As a client sends it.</param>
public readonly record struct TopicFilter(string Text)
{
    /// <summary>Whether the standard allows it: wildcards fill a level, and <c>#</c> is the last one.</summary>
    public bool IsValid
    {
        get
        {
            var levels = Text.Split('/');
            return Text.Length > 0
                && !Text.Contains('\0')
                && levels.All(level => level.Length == 1 || !level.AsSpan().ContainsAny('+', '#'))
                && Array.IndexOf(levels, "#") is var hash
                && (hash < 0 || hash == levels.Length - 1);
        }
    }

    /// <summary>Whether it names more than one topic.</summary>
    public bool HasWildcards => Text.AsSpan().ContainsAny('+', '#');

    /// <summary>Whether a topic is meant.</summary>
    public bool Matches(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var (filter, levels) = (Text.Split('/'), topic.Split('/'));
        if (topic.StartsWith('$') && (filter[0] is "+" or "#"))
        {
            return false;
        }

        for (var i = 0; i < filter.Length; i++)
        {
            if (filter[i] == "#")
            {
                return true;
            }

            if (i == levels.Length || (filter[i] != "+" && filter[i] != levels[i]))
            {
                return false;
            }
        }

        return filter.Length == levels.Length;
    }
}
