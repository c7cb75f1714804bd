// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpbench.h"

#include <services/transport/httpclient.h>
#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>

#include <ctime>

using namespace services::transport;
using namespace std::chrono_literals;
using namespace tests::bench;
using services::waiting::Instant;
using services::waiting::LoopTimers;
using services::waiting::WaitScope;

namespace {

constexpr int rounds = 7;
constexpr int concurrent = 32;

double cpuSeconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double childrenCpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

QCoro::Task<> ask(HttpClient &client, Address address, Instant end, double &answers)
{
    while (std::chrono::steady_clock::now() < end) {
        auto request = HttpRequest();
        const auto deadline = end + 10s;
        const auto answered = co_await client.send(address, std::move(request), deadline);
        answers += answered ? 1 : 0;
    }
}

Sample measureOurs(quint16 port, LoopTimers &timers)
{
    WaitScope scope;
    HttpClient client({}, scope, timers);
    double answers = 0;
    const auto before = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
    const auto start = std::chrono::steady_clock::now();
    for (int index = 0; index < concurrent; ++index)
        scope.spawn(ask(client, {port}, start + 1s, answers));
    while (!scope.isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return {answers / took.count(), (cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - before) / answers * 1e6};
}

Sample measureReference(quint16 port)
{
    const auto load = smallGet(concurrent);
    const bool isHere = wrk().isEmpty();
    const auto before = isHere ? cpuSeconds(CLOCK_THREAD_CPUTIME_ID) : childrenCpuSeconds();
    const auto replies = loadOnce(port, load);
    const auto after = isHere ? cpuSeconds(CLOCK_THREAD_CPUTIME_ID) : childrenCpuSeconds();
    return {replies.perSecond(), (after - before) / replies.count * 1e6};
}

} // namespace

// Our client with 32 concurrent calls beside wrk with 32 connections, on the same server.
int main(int count, char **arguments)
{
    qputenv("QT_NO_GLIB", "1");
    if (count == 2 && QByteArrayView(arguments[1]) == "loop") {
        serveRaw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok",
                 [](quint16 port) {
                     std::printf("%d\n", port);
                     std::fflush(stdout);
                 });
        return 0;
    }
    QCoreApplication::setEventDispatcher(new services::waiting::EpollDispatcher); // as shoppers have it
    QCoreApplication application(count, arguments);
    const auto server = Server::own({u"loop"_s});
    const auto reference = wrk().isEmpty() ? u"epoll loop"_s : u"wrk"_s;
    stayOn(Side::Load);
    LoopTimers timers;
    Figure speed(u"client/32/calls"_s, u"1/s"_s, Better::Higher);
    Figure cpu(u"client/32/cpu"_s, u"us"_s, Better::Lower);
    for (int round = 0; round < rounds; ++round) {
        const auto ours = measureOurs(server->port(), timers);
        const auto theirs = measureReference(server->port());
        speed.add(ours.perSecond);
        cpu.add(ours.cpuMicroseconds);
        speed.add(reference, theirs.perSecond);
        cpu.add(reference, theirs.cpuMicroseconds);
    }
    speed.print();
    cpu.print();
    return 0;
}
