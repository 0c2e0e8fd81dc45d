// The programs that are timed: the hold model with three kinds of target, and a queue with one coroutine a customer.
#pragma once

#include "kernel.hpp"

#include <cmath>
#include <cstddef>
#include <deque>
#include <memory>
#include <random>

struct Case
{
    virtual ~Case() = default;

    // Does about so much work; returns how much it was.
    virtual std::int64_t run(std::int64_t work) = 0;
};

// A table of exponential delays of mean 1 s, walked round and round.
class Delays
{
  public:
    Delays() : _table(8192)
    {
        std::mt19937_64 generator(1);
        std::exponential_distribution<double> exponential(1e-9);
        for (auto &delay : _table)
        {
            delay = static_cast<std::int64_t>(exponential(generator));
        }
    }

    std::int64_t next() { return _table[_index++ & 8191]; }

  private:
    std::vector<std::int64_t> _table;
    std::size_t _index = 0;
};

template <typename Agenda>
class Hold : public Case
{
  public:
    std::int64_t run(std::int64_t work) override
    {
        _kernel.run_events(work);
        return work;
    }

  protected:
    Kernel<Agenda> _kernel;
    Delays _delays;
};

template <typename Agenda>
class HoldShared final : public Hold<Agenda>
{
    struct Device final : Target
    {
        HoldShared &hold;
        std::int64_t fired = 0;

        explicit Device(HoldShared &h) : hold(h) {}

        void fire(std::int64_t token) override
        {
            ++fired;
            hold._kernel.after(hold._delays.next(), this, token);
        }
    };

    Device _device{*this};

  public:
    explicit HoldShared(std::int64_t pending)
    {
        for (std::int64_t i = 0; i < pending; ++i)
        {
            this->_kernel.after(this->_delays.next(), &_device, i);
        }
    }
};

template <typename Agenda>
class HoldDistinct final : public Hold<Agenda>
{
    struct Device final : Target
    {
        HoldDistinct &hold;
        std::int64_t fired = 0;

        explicit Device(HoldDistinct &h) : hold(h) {}

        void fire(std::int64_t token) override
        {
            ++fired;
            hold._kernel.after(hold._delays.next(), this, token);
        }
    };

    std::vector<std::unique_ptr<Device>> _devices;

  public:
    explicit HoldDistinct(std::int64_t pending)
    {
        for (std::int64_t i = 0; i < pending; ++i)
        {
            _devices.push_back(std::make_unique<Device>(*this));
            this->_kernel.after(this->_delays.next(), _devices.back().get(), i);
        }
    }
};

template <typename Agenda>
class HoldProcesses final : public Hold<Agenda>
{
    Coroutine device()
    {
        while (true)
        {
            co_await Delay<Agenda>{this->_kernel, this->_delays.next()};
        }
    }

  public:
    // The coroutines wait for ever and are left to the end of the program.
    explicit HoldProcesses(std::int64_t pending)
    {
        for (std::int64_t i = 0; i < pending; ++i)
        {
            this->_kernel.after(this->_delays.next(), device().target);
        }
    }
};

// M/M/1 at load 0.8: a customer is a coroutine that starts, is granted the server and leaves through the agenda.
template <typename Agenda>
class Customers final : public Case
{
    Kernel<Agenda> _kernel;
    std::mt19937_64 _generator{1};
    std::deque<Coroutine::promise_type *> _line;
    bool _busy = false;
    std::int64_t _served = 0;
    std::int64_t _waited = 0;
    std::int64_t _end = 0;

    std::int64_t exponential(double mean)
    {
        const auto uniform = static_cast<double>(_generator() >> 11) * 0x1p-53;
        return static_cast<std::int64_t>(-mean * std::log(1 - uniform));
    }

    struct Request
    {
        Customers &queue;

        bool await_ready() const
        {
            const auto free = !queue._busy;
            queue._busy = true;
            return free;
        }

        void await_suspend(std::coroutine_handle<Coroutine::promise_type> waiting) const { queue._line.push_back(&waiting.promise()); }

        void await_resume() const {}
    };

    void release()
    {
        if (_line.empty())
        {
            _busy = false;
            return;
        }

        _kernel.after(0, _line.front());
        _line.pop_front();
    }

    Coroutine customer()
    {
        const auto arrival = _kernel.now();
        co_await Request{*this};
        _waited += _kernel.now() - arrival;
        co_await Delay<Agenda>{_kernel, exponential(0.8e9)};
        release();
        ++_served;
    }

    Coroutine source()
    {
        while (true)
        {
            co_await Delay<Agenda>{_kernel, exponential(1e9)};
            _kernel.after(0, customer().target);
        }
    }

  public:
    Customers() { _kernel.after(0, source().target); }

    std::int64_t run(std::int64_t work) override
    {
        const auto before = _served;
        while (_served < before + work)
        {
            _kernel.run_events(1000);
        }

        return _served - before;
    }
};
