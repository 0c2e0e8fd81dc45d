// A clock over an agenda, and coroutines that wait in its time.
#pragma once

#include "agenda.hpp"

#include <coroutine>
#include <exception>

template <typename Agenda>
class Kernel
{
  public:
    std::int64_t now() const { return _now; }

    std::int64_t fired() const { return _fired; }

    void after(std::int64_t delay, Target *target, std::int64_t token = 0) { _agenda.push(_now + delay, target, token); }

    void run_events(std::int64_t events)
    {
        const auto end = _fired + events;
        Entry entry;
        while (_fired < end && _agenda.pop(INT64_MAX, entry))
        {
            _now = entry.time;
            ++_fired;
            entry.target->fire(entry.token);
        }
    }

  private:
    Agenda _agenda;
    std::int64_t _now = 0;
    std::int64_t _fired = 0;
};

// A coroutine whose promise is its own event target, so that a wait allocates nothing.
struct Coroutine
{
    struct promise_type final : Target
    {
        void fire(std::int64_t) override { std::coroutine_handle<promise_type>::from_promise(*this).resume(); }

        Coroutine get_return_object() { return {this}; }

        std::suspend_always initial_suspend() noexcept { return {}; }

        std::suspend_never final_suspend() noexcept { return {}; }

        void return_void() {}

        void unhandled_exception() { std::terminate(); }
    };

    promise_type *target;
};

template <typename Agenda>
struct Delay
{
    Kernel<Agenda> &kernel;
    std::int64_t length;

    bool await_ready() const { return false; }

    void await_suspend(std::coroutine_handle<Coroutine::promise_type> waiting) const { kernel.after(length, &waiting.promise()); }

    void await_resume() const {}
};
