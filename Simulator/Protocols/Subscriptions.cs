namespace M2mVsIoTSim.Protocols;

/// <summary>Who has subscribed to what.</summary>
/// <remarks>Topics are found by name, filters with wildcards are asked one by one; order is that of subscribing.</remarks>
/// <typeparam name="T">Subscriber.</typeparam>
internal sealed class Subscriptions<T>
    where T : class
{
    private readonly Dictionary<string, List<T>> _byTopic = [];
    private readonly List<(TopicFilter Filter, T Subscriber)> _byFilter = [];

    /// <summary>Adds a subscription; one that is there already stays as it is.</summary>
    public void Add(TopicFilter filter, T subscriber)
    {
        if (filter.HasWildcards)
        {
            if (!_byFilter.Contains((filter, subscriber)))
            {
                _byFilter.Add((filter, subscriber));
            }

            return;
        }

        if (!_byTopic.TryGetValue(filter.Text, out var subscribers))
        {
            _byTopic[filter.Text] = subscribers = [];
        }

        if (!subscribers.Contains(subscriber))
        {
            subscribers.Add(subscriber);
        }
    }

    /// <summary>Ends a subscription.</summary>
    public void Remove(TopicFilter filter, T subscriber)
    {
        if (filter.HasWildcards)
        {
            _byFilter.Remove((filter, subscriber));
        }
        else if (_byTopic.TryGetValue(filter.Text, out var subscribers))
        {
            subscribers.Remove(subscriber);
        }
    }

    /// <summary>Those who want to know of a topic, each once.</summary>
    public IEnumerable<T> To(string topic) =>
        _byTopic
            .GetValueOrDefault(topic, [])
            .Concat(_byFilter.Where(entry => entry.Filter.Matches(topic)).Select(entry => entry.Subscriber))
            .Distinct();
}
