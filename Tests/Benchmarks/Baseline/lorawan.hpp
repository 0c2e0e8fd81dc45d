// The radio hop: devices report to gateways over LoRaWAN, and the first copy of each frame is taken at the network server.
//
// As in our model: places on a sunflower, log-distance loss with shadowing, spreading factor by link budget, power cached for each
// gateway within reach, time on air, one of eight channels drawn among those that the duty cycle leaves, a message put off while
// the device may not send, demodulators, what is on the air by channel, energies exchanged by pairs that overlap, rejection between
// spreading factors, lognormal and Erlang delay to the network server, time of a message in each stage, time of a device in each
// power state with receive windows in closed form.
//
// Left out, because a program that does nothing else needs none of it: draws by address (one Mersenne twister serves all),
// trees of relations with several consumers and hops, sessions of other technologies, probes, batteries that run empty, foreign
// traffic, other loss models, checks of arguments, overflow and bounds. A device is one object here; with us it is a node, a session and
// a meter, since nodes can have several of either.
#pragma once

#include "cases.hpp"

#include <algorithm>
#include <array>
#include <numbers>
#include <utility>

namespace lorawan
{
inline constexpr int codes = 6;
inline constexpr int states = 5;
inline constexpr std::int64_t second = 1'000'000'000;
inline constexpr std::int64_t period = 3600 * second;
inline constexpr std::int64_t never = INT64_MAX;

struct Band
{
    int first;
    int count;
    std::int64_t one_in;
};

// The three mandatory channels, then five of the band below them.
inline constexpr std::array<Band, 2> bands{{{0, 3, 100}, {3, 5, 100}}};
inline constexpr int channels = 8;
inline constexpr int demodulators = 8;

// SX1301 and SX1272 at 125 kHz [dBm]; Goursaud and Gorce 2015, rows wanted, columns interfering [dB].
inline constexpr std::array<double, codes> gateway_floor{-130, -132.5, -135, -137.5, -140, -142.5};
inline constexpr std::array<double, codes> device_floor{-124, -127, -130, -133, -135, -137};
inline constexpr double rejection[codes][codes] = {
    {6, -16, -18, -19, -19, -20},   {-24, 6, -20, -22, -22, -22},   {-27, -27, 6, -23, -25, -25},
    {-30, -30, -30, 6, -26, -28},   {-33, -33, -33, -33, 6, -29},   {-36, -36, -36, -36, -36, 6},
};

inline double linear(double decibels) { return std::pow(10, decibels / 10); }

inline std::int64_t symbol(int code) { return (std::int64_t{1} << (code + 7)) * 8000; }

inline std::int64_t airtime(int code, int bytes)
{
    const auto factor = code + 7;
    const auto bits = 8 * bytes - 4 * factor + 44;
    const auto block = 4 * (factor - (factor > 10 ? 2 : 0));
    const auto payload = 8 + (bits <= 0 ? 0 : (bits + block - 1) / block * 5);
    return (4 * (8 + payload) + 17) * symbol(code) / 4;
}

struct Reach
{
    int receiver;
    float milliwatts;
};

enum class Reception : std::uint8_t
{
    TooWeak,
    NoDemodulator,
    Destroyed,
    Received,
};

struct Message
{
    std::int64_t created;
    std::int64_t since;
    std::int64_t stages[4];
    int serial;

    void end(int stage, std::int64_t now)
    {
        stages[stage] += now - since;
        since = now;
    }
};

struct Gateway
{
    int busy = 0;

    Reception begin(int code, float milliwatts, const std::array<float, codes> &floors)
    {
        if (milliwatts < floors[code])
        {
            return Reception::TooWeak;
        }

        if (busy == demodulators)
        {
            return Reception::NoDemodulator;
        }

        ++busy;
        return Reception::Received;
    }
};

template <typename Agenda>
class Hop final : public Case
{
    struct Device;

    struct Transmission final : Target
    {
        Hop &hop;
        Transmission *previous = nullptr;
        Transmission *next = nullptr;
        Transmission *spare = nullptr;
        Device *device = nullptr;
        std::int64_t begin = 0;
        std::int64_t end = 0;
        int channel = 0;
        int code = 0;
        unsigned interferers = 0;
        Message message{};
        std::vector<Reception> receptions;
        std::vector<double> interference;

        explicit Transmission(Hop &h) : hop(h) {}

        void fire(std::int64_t token) override
        {
            if (token == 0)
            {
                hop.finish(*this);
            }
            else
            {
                hop.arrive(*this);
            }
        }

        void suffer(std::size_t reach, int other, double energy)
        {
            if ((interferers & 1u << other) == 0)
            {
                interferers |= 1u << other;
                for (std::size_t i = 0; i < device->reaches.size(); ++i)
                {
                    interference[i * codes + other] = 0;
                }
            }

            interference[reach * codes + other] += energy;
        }

        bool survives(std::size_t reach) const
        {
            const auto energy = device->reaches[reach].milliwatts * (static_cast<double>(end - begin) / 1e9);
            for (auto left = interferers; left != 0; left &= left - 1)
            {
                const auto other = __builtin_ctz(left);
                const auto harm = interference[reach * codes + other];
                if (harm > 0 && energy < hop._ratios[code][other] * harm)
                {
                    return false;
                }
            }

            return true;
        }
    };

    // A token of 0 is the time of a report, of 1 that the device may send again.
    struct Device final : Target
    {
        Hop &hop;
        std::vector<Reach> reaches;
        int code = 0;
        int frames = 0;
        std::int64_t free = 0;
        std::array<std::int64_t, bands.size()> band_free{};
        std::array<std::int64_t, states> times{};
        std::int64_t charged = 0;
        std::unique_ptr<Message> waiting;
        int serial = 0;

        explicit Device(Hop &h) : hop(h) {}

        void fire(std::int64_t token) override
        {
            const auto now = hop._kernel.now();
            if (token == 0)
            {
                report({now, now, {}, serial++}, now);
                hop._kernel.after(period, this);
            }
            else
            {
                const auto message = *std::exchange(waiting, nullptr);
                hop.put_on_air(*this, message, now);
            }
        }

        std::int64_t earliest() const { return std::max(free, *std::min_element(band_free.begin(), band_free.end())); }

        void report(const Message &message, std::int64_t now)
        {
            if (waiting)
            {
                ++hop._refused;
            }
            else if (earliest() > now)
            {
                waiting = std::make_unique<Message>(message);
                hop._kernel.after(earliest() - now, this, 1);
            }
            else
            {
                hop.put_on_air(*this, message, now);
            }
        }

        int choose_channel(std::mt19937_64 &generator, std::int64_t now, std::int64_t length)
        {
            auto count = 0;
            for (std::size_t i = 0; i < bands.size(); ++i)
            {
                count += band_free[i] <= now ? bands[i].count : 0;
            }

            auto choice = static_cast<int>(static_cast<unsigned __int128>(generator()) * static_cast<unsigned>(count) >> 64);
            std::size_t band = 0;
            while (band_free[band] > now || choice >= bands[band].count)
            {
                choice -= band_free[band] > now ? 0 : bands[band].count;
                ++band;
            }

            band_free[band] = now + length * bands[band].one_in;
            return bands[band].first + choice;
        }

        void spend(int state, std::int64_t length)
        {
            times[state] += length;
            charged += length;
        }
    };

    Kernel<Agenda> _kernel;
    std::mt19937_64 _generator{1};
    std::vector<std::unique_ptr<Device>> _devices;
    std::vector<std::unique_ptr<Transmission>> _transmissions;
    std::vector<Gateway> _gateways{1};
    std::array<Transmission *, channels> _on_air{};
    Transmission *_spare = nullptr;
    std::array<std::array<std::int64_t, 256>, codes> _airtimes{};
    std::array<float, codes> _floors{};
    double _ratios[codes][codes] = {};
    std::int64_t _sent = 0;
    std::int64_t _refused = 0;
    std::int64_t _copies = 0;
    std::array<std::int64_t, 4> _delivered{};
    std::array<std::int64_t, 4> _lost{};

    double uniform() { return static_cast<double>(_generator() >> 11) * 0x1p-53; }

    double normal()
    {
        const auto radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

    void put_on_air(Device &device, const Message &message, std::int64_t now)
    {
        const auto length = _airtimes[device.code][33];
        const auto channel = device.choose_channel(_generator, now, length);
        ++device.frames;
        ++_sent;
        auto &transmission = rent();
        transmission.device = &device;
        transmission.message = message;
        transmission.message.end(0, now);
        const auto window1 = 8 * symbol(device.code);
        const auto window2 = 8 * symbol(5);
        device.spend(1, length);
        device.spend(2, window1 + window2);
        device.spend(3, 2 * second - window1);
        device.free = now + length + 2 * second + window2;
        begin(transmission, channel, now, length);
    }

    Transmission &rent()
    {
        if (_spare == nullptr)
        {
            return *_transmissions.emplace_back(std::make_unique<Transmission>(*this));
        }

        return *std::exchange(_spare, _spare->spare);
    }

    void give_back(Transmission &transmission)
    {
        transmission.spare = _spare;
        _spare = &transmission;
    }

    void begin(Transmission &transmission, int channel, std::int64_t now, std::int64_t length)
    {
        const auto &reaches = transmission.device->reaches;
        transmission.code = transmission.device->code;
        transmission.channel = channel;
        transmission.begin = now;
        transmission.end = now + length;
        transmission.interferers = 0;
        if (transmission.receptions.size() < reaches.size())
        {
            transmission.receptions.resize(reaches.size());
            transmission.interference.resize(reaches.size() * codes);
        }

        _kernel.after(length, &transmission);
        for (std::size_t i = 0; i < reaches.size(); ++i)
        {
            transmission.receptions[i] = _gateways[reaches[i].receiver].begin(transmission.code, reaches[i].milliwatts, _floors);
        }

        auto &first = _on_air[channel];
        for (auto *other = first; other != nullptr; other = other->next)
        {
            settle(transmission, *other, now);
        }

        transmission.previous = nullptr;
        transmission.next = first;
        if (first != nullptr)
        {
            first->previous = &transmission;
        }

        first = &transmission;
    }

    static void settle(Transmission &younger, Transmission &older, std::int64_t now)
    {
        const auto overlap = static_cast<double>(std::min(younger.end, older.end) - now) / 1e9;
        if (overlap <= 0)
        {
            return;
        }

        const auto &mine = younger.device->reaches;
        const auto &theirs = older.device->reaches;
        for (std::size_t i = 0, j = 0; i < mine.size() && j < theirs.size();)
        {
            if (mine[i].receiver == theirs[j].receiver)
            {
                older.suffer(j, younger.code, mine[i].milliwatts * overlap);
                younger.suffer(i, older.code, theirs[j].milliwatts * overlap);
                ++i;
                ++j;
            }
            else if (mine[i].receiver < theirs[j].receiver)
            {
                ++i;
            }
            else
            {
                ++j;
            }
        }
    }

    void finish(Transmission &transmission)
    {
        if (transmission.next != nullptr)
        {
            transmission.next->previous = transmission.previous;
        }

        (transmission.previous == nullptr ? _on_air[transmission.channel] : transmission.previous->next) = transmission.next;
        transmission.message.end(1, _kernel.now());
        const auto &reaches = transmission.device->reaches;
        auto best = Reception::TooWeak;
        auto delay = never;
        for (std::size_t i = 0; i < reaches.size(); ++i)
        {
            auto &reception = transmission.receptions[i];
            if (reception == Reception::Received)
            {
                --_gateways[reaches[i].receiver].busy;
                if (transmission.survives(i))
                {
                    _copies += delay != never;
                    delay = std::min(delay, backhaul());
                }
                else
                {
                    reception = Reception::Destroyed;
                }
            }

            best = std::max(best, reception);
        }

        if (delay == never)
        {
            ++_lost[static_cast<std::size_t>(best)];
            give_back(transmission);
        }
        else
        {
            _kernel.after(delay, &transmission, 1);
        }
    }

    std::int64_t backhaul()
    {
        const auto access = 0.006 * std::exp(0.5 * normal());
        const auto jitter = -0.00049 / 2 * std::log((1 - uniform()) * (1 - uniform()));
        return 13'000'000 + static_cast<std::int64_t>((access + jitter) * 1e9);
    }

    void arrive(Transmission &transmission)
    {
        transmission.message.end(2, _kernel.now());
        for (std::size_t i = 0; i < _delivered.size(); ++i)
        {
            _delivered[i] += transmission.message.stages[i];
        }

        give_back(transmission);
    }

  public:
    explicit Hop(std::int64_t devices)
    {
        for (auto code = 0; code < codes; ++code)
        {
            _floors[code] = static_cast<float>(linear(gateway_floor[code]));
            for (auto other = 0; other < codes; ++other)
            {
                _ratios[code][other] = linear(rejection[code][other]);
            }

            for (auto bytes = 0; bytes < 256; ++bytes)
            {
                _airtimes[code][bytes] = airtime(code, bytes);
            }
        }

        for (std::int64_t i = 0; i < devices; ++i)
        {
            auto &device = *_devices.emplace_back(std::make_unique<Device>(*this));
            const auto ground = 5000 * std::sqrt((static_cast<double>(i) + 0.5) / static_cast<double>(devices));
            const auto distance = std::max(std::hypot(ground, 15 - 1.2), 1.0);
            const auto power = 14 - (7.7 + 37.6 * std::log10(distance)) - 4 * normal();
            while (device.code < codes - 1 && power <= device_floor[device.code])
            {
                ++device.code;
            }

            if (power >= gateway_floor[device.code] - 6)
            {
                device.reaches.push_back({0, static_cast<float>(linear(power))});
            }

            _kernel.after(static_cast<std::int64_t>(static_cast<double>(period) * uniform()), &device);
        }

        run(devices);
    }

    std::int64_t run(std::int64_t work) override
    {
        const auto before = _sent + _refused;
        while (_sent + _refused < before + work)
        {
            _kernel.run_events(100);
        }

        return _sent + _refused - before;
    }
};
} // namespace lorawan
