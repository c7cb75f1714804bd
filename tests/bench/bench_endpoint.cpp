// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpbench.h"

#include <services/transport/httpserver.h>
#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>

#include <cstdio>

using namespace services::transport;
using namespace tests::bench;

namespace {

constexpr int rounds = 5;

void sayPort(quint16 port)
{
    std::printf("%d\n", port);
    std::fflush(stdout);
}

int serveOurs(QCoreApplication &application)
{
    services::waiting::LoopTimers timers;
    HttpServer server({}, timers, [](HttpRequest, HttpResponder responder) {
        HttpResponse response;
        response.headers.add("Content-Type", "text/plain");
        response.body = "ok"_ba;
        responder.respond(std::move(response));
    });
    sayPort(server.listen(0).value_or(0));
    return application.exec();
}

int serveLoop()
{
    serveRaw("HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Type: text/plain\r\n"
             "Content-Length: 2\r\n\r\nok",
             sayPort);
    return 0;
}

struct Case
{
    QString name;
    Load load;
};

} // namespace

// Our endpoint beside a bare epoll loop and nginx: requests a second, and CPU a request.
int main(int count, char **arguments)
{
    qputenv("QT_NO_GLIB", "1");
    if (count == 2 && QByteArrayView(arguments[1]) == "loop")
        return serveLoop();
    const bool ours = count == 2 && QByteArrayView(arguments[1]) == "ours";
    if (ours)
        QCoreApplication::setEventDispatcher(new services::waiting::EpollDispatcher); // as instances do
    QCoreApplication application(count, arguments);
    if (ours)
        return serveOurs(application);

    const auto server = Server::own({u"ours"_s});
    const auto loop = Server::own({u"loop"_s});
    const auto nginx = Server::nginx(freePort());
    for (const auto &[name, load] :
         {Case{u"get/32"_s, smallGet(32)}, Case{u"get/1"_s, smallGet(1)},
          Case{u"post/32"_s, realisticPost(32)}, Case{u"post/1"_s, realisticPost(1)}}) {
        Figure speed(u"endpoint/%1/requests"_s.arg(name), u"1/s"_s, Better::Higher);
        Figure cpu(u"endpoint/%1/cpu"_s.arg(name), u"us"_s, Better::Lower);
        for (int round = 0; round < rounds; ++round) {
            const auto mine = measure(*server, load);
            const auto raw = measure(*loop, load);
            speed.add(mine.perSecond);
            cpu.add(mine.cpuMicroseconds);
            speed.add(u"epoll loop"_s, raw.perSecond);
            cpu.add(u"epoll loop"_s, raw.cpuMicroseconds);
            if (nginx) {
                const auto theirs = measure(*nginx, load);
                speed.add(u"nginx"_s, theirs.perSecond);
                cpu.add(u"nginx"_s, theirs.cpuMicroseconds);
            }
        }
        speed.print();
        cpu.print();
    }
    return 0;
}
