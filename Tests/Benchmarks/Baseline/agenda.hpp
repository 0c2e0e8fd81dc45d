// Two agendas for 64-bit integer times whose ties are first-in first-out: a monotone radix heap and the library's binary heap.
#pragma once

#include <cstdint>
#include <queue>
#include <vector>

struct Target
{
    virtual void fire(std::int64_t token) = 0;

  protected:
    ~Target() = default;
};

struct Entry
{
    std::int64_t time;
    std::int64_t token;
    Target *target;
};

class RadixHeap
{
  public:
    void push(std::int64_t time, Target *target, std::int64_t token)
    {
        append({time, token, target});
        ++_count;
    }

    bool pop(std::int64_t limit, Entry &entry)
    {
        if (_count == 0)
        {
            return false;
        }

        auto &current = _buckets[0];
        if (_first == current.size())
        {
            current.clear();
            _first = 0;
            _occupied &= ~1ULL;
            const auto lowest = __builtin_ctzll(_occupied);
            if (_least[lowest] >= limit)
            {
                return false;
            }

            redistribute(lowest);
        }
        else if (_last >= limit)
        {
            return false;
        }

        entry = current[_first++];
        --_count;
        return true;
    }

  private:
    std::vector<Entry> _buckets[64];
    std::vector<Entry> _moving;
    std::int64_t _least[64] = {};
    std::int64_t _last = 0;
    std::uint64_t _occupied = 0;
    std::size_t _count = 0;
    std::size_t _first = 0;

    void append(const Entry &entry)
    {
        const auto difference = static_cast<std::uint64_t>(entry.time ^ _last);
        const auto index = difference == 0 ? 0 : 64 - __builtin_clzll(difference);
        auto &bucket = _buckets[index];
        if (bucket.empty() || entry.time < _least[index])
        {
            _least[index] = entry.time;
        }

        bucket.push_back(entry);
        _occupied |= 1ULL << index;
    }

    void redistribute(int index)
    {
        _last = _least[index];
        _moving.swap(_buckets[index]);
        _occupied &= ~(1ULL << index);
        for (const auto &entry : _moving)
        {
            append(entry);
        }

        _moving.clear();
        // Swapping would hand the large vectors of high buckets down; keep each with its bucket.
        _moving.swap(_buckets[index]);
    }
};

class BinaryHeap
{
  public:
    void push(std::int64_t time, Target *target, std::int64_t token)
    {
        _heap.push({time, _serial++, token, target});
    }

    bool pop(std::int64_t limit, Entry &entry)
    {
        if (_heap.empty() || _heap.top().time >= limit)
        {
            return false;
        }

        const auto &top = _heap.top();
        entry = {top.time, top.token, top.target};
        _heap.pop();
        return true;
    }

  private:
    struct Item
    {
        std::int64_t time;
        std::int64_t serial;
        std::int64_t token;
        Target *target;

        bool operator<(const Item &other) const
        {
            return time != other.time ? time > other.time : serial > other.serial;
        }
    };

    std::priority_queue<Item> _heap;
    std::int64_t _serial = 0;
};
