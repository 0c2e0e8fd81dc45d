// Usage: baseline CASE AGENDA PENDING. Prints the memory in use when prepared [B], 0 where that is not known; then for each line with
// an amount of work on the input, prints work done and CPU time [ns].
#include "lorawan.hpp"

#include <ctime>
#include <iostream>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif

template <typename Agenda>
std::unique_ptr<Case> make(const std::string &name, std::int64_t pending)
{
    if (name == "shared")
    {
        return std::make_unique<HoldShared<Agenda>>(pending);
    }

    if (name == "distinct")
    {
        return std::make_unique<HoldDistinct<Agenda>>(pending);
    }

    if (name == "processes")
    {
        return std::make_unique<HoldProcesses<Agenda>>(pending);
    }

    if (name == "customers")
    {
        return std::make_unique<Customers<Agenda>>();
    }

    if (name == "lorawan")
    {
        return std::make_unique<lorawan::Hop<Agenda>>(pending);
    }

    return nullptr;
}

static std::size_t memory_in_use()
{
#ifdef __GLIBC__
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

static std::int64_t cpu_time()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

int main(int count, char **arguments)
{
    if (count != 4)
    {
        std::cerr << "usage: baseline CASE AGENDA PENDING\n";
        return 2;
    }

    const std::string agenda = arguments[2];
    const auto pending = std::stoll(arguments[3]);
    const auto program = agenda == "radix" ? make<RadixHeap>(arguments[1], pending) : make<BinaryHeap>(arguments[1], pending);
    if (!program)
    {
        std::cerr << "unknown case " << arguments[1] << '\n';
        return 2;
    }

    std::cout << memory_in_use() << std::endl;
    std::int64_t work = 0;
    while (std::cin >> work)
    {
        const auto before = cpu_time();
        const auto done = program->run(work);
        std::cout << done << ' ' << cpu_time() - before << std::endl;
    }

    // Not through destructors: coroutines that wait for ever have nobody to end them.
    std::cout.flush();
    std::_Exit(0);
}
