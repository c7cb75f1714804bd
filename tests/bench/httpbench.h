// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "benchreport.h"
#include "rawloop.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sched.h>
#include <sys/resource.h>

#include <chrono>
#include <memory>

// Servers in processes of their own, and the load on them.
namespace tests::bench {

using namespace Qt::StringLiterals;

// What one measurement of a server found.
struct Sample
{
    double perSecond = 0;
    double cpuMicroseconds = 0; // of the server's process, a request
};

// Who is measured has one processor, and who loads it another: where the scheduler would put two processes
// which wake each other changes the figures by a factor of four, from one second to the next.
enum class Side
{
    Server, // the first processor
    Load // the last
};

// From now on this thread, and what it starts, runs there.
inline void stayOn(Side side)
{
    cpu_set_t allowed;
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    std::size_t chosen = CPU_SETSIZE;
    for (std::size_t processor = 0; processor < CPU_SETSIZE; ++processor) {
        if (CPU_ISSET(processor, &allowed) && (chosen == CPU_SETSIZE || side == Side::Load))
            chosen = processor;
    }
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(chosen, &one);
    ::sched_setaffinity(0, sizeof one, &one);
}

struct Load
{
    QByteArray method = "GET";
    QByteArray headers; // beside Host and Content-Length; each line with its CR LF
    QByteArray body;
    int connections = 32;
    double seconds = 1;
};

// A small GET, and a POST as services send it: eight header lines and a body of 300 bytes.
inline Load smallGet(int connections)
{
    return {"GET", {}, {}, connections, 1};
}
inline Load realisticPost(int connections)
{
    const QByteArray headers = "Accept: application/json\r\n"
                               "Content-Type: application/json\r\n"
                               "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n"
                               "Faultline-Deadline-Ms: 2500\r\n"
                               "Faultline-Caller: storefront\r\n"
                               "Idempotency-Key: 8e03978e-40d5-43e8-bc93-6894a57f9324\r\n";
    return {"POST", headers, QByteArray(300, 'x'), connections, 1};
}

// Nanoseconds which a process has been on a CPU.
inline double cpuNanoseconds(qint64 process)
{
    double total = 0;
    const QDir tasks(u"/proc/%1/task"_s.arg(process));
    for (const auto &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + u"/schedstat"_s));
        if (file.open(QIODevice::ReadOnly))
            total += file.readAll().split(' ').value(0).toDouble();
    }
    return total;
}

// How many a server has; with one it stays on its processor.
enum class Threads
{
    One,
    Several
};

// A server process, stopped with this object.
class Server
{
public:
    // This very program with these arguments, which prints its port as its first line.
    static std::unique_ptr<Server> own(const QStringList &arguments, Threads threads = Threads::One)
    {
        auto server = std::make_unique<Server>();
        if (threads == Threads::One)
            server->m_process.setChildProcessModifier([] { stayOn(Side::Server); });
        server->m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        server->m_process.start(QCoreApplication::applicationFilePath(), arguments);
        while (!server->m_process.canReadLine() && server->m_process.waitForReadyRead(5000)) { }
        server->m_port = server->m_process.readLine().trimmed().toUShort();
        return server;
    }
    // Null where nginx is not installed.
    static std::unique_ptr<Server> nginx(quint16 port)
    {
        const auto program = QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
        if (program.isEmpty())
            return {};
        auto server = std::make_unique<Server>();
        const auto folder = server->m_folder.path();
        QFile conf(folder + u"/nginx.conf"_s);
        if (!conf.open(QIODevice::WriteOnly))
            return {};
        conf.write(
            u"daemon off; master_process off; worker_processes 1; pid %1/pid; error_log %1/error.log crit;\n"
            "events { worker_connections 1024; }\n"
            "http { access_log off; keepalive_requests 1000000000; client_body_temp_path %1/a;\n"
            "proxy_temp_path %1/b; fastcgi_temp_path %1/c; uwsgi_temp_path %1/d; scgi_temp_path %1/e;\n"
            "server { listen 127.0.0.1:%2; location / { default_type text/plain; return 200 ok; } } }\n"_s
                .arg(folder)
                .arg(port)
                .toUtf8());
        conf.close();
        server->m_port = port;
        server->m_process.setChildProcessModifier([] { stayOn(Side::Server); });
        server->m_process.start(program, {u"-c"_s, conf.fileName(), u"-e"_s, folder + u"/error.log"_s});
        server->m_process.waitForStarted();
        return server;
    }
    Server() = default;
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    quint16 port() const { return m_port; }
    double cpu() const { return cpuNanoseconds(m_process.processId()); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

// A port that is free at this moment.
inline quint16 freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    auto address = loopback(0);
    socklen_t length = sizeof address;
    ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), length);
    ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &length);
    ::close(descriptor);
    return ntohs(address.sin_port);
}

inline QByteArray bytesOf(const Load &load, quint16 port)
{
    auto bytes
        = load.method + " / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n" + load.headers;
    if (!load.body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(load.body.size()) + "\r\n";
    return bytes + "\r\n" + load.body;
}

inline QString wrk()
{
    return QStandardPaths::findExecutable(u"wrk"_s);
}

// How many requests were answered, and in how long.
struct Replies
{
    double count = 0;
    double seconds = 1;
    double perSecond() const { return count / seconds; }
};

// None when wrk could not run.
inline Replies loadWithWrk(quint16 port, const Load &load)
{
    QTemporaryDir folder;
    QFile script(folder.filePath(u"load.lua"_s));
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write("wrk.method = \"" + load.method + "\"\n");
    for (const auto &line : load.headers.split('\n')) {
        const auto colon = line.indexOf(": ");
        if (colon > 0)
            script.write("wrk.headers[\"" + line.left(colon) + "\"] = \"" + line.mid(colon + 2).trimmed()
                         + "\"\n");
    }
    if (!load.body.isEmpty())
        script.write("wrk.body = \"" + load.body + "\"\n");
    script.close();
    QProcess process;
    process.setChildProcessModifier([] { stayOn(Side::Load); });
    process.start(wrk(),
                  {u"-t1"_s, u"-c%1"_s.arg(load.connections), u"-d%1s"_s.arg(load.seconds), u"-s"_s,
                   script.fileName(), u"http://127.0.0.1:%1/"_s.arg(port)});
    process.waitForFinished(60'000);
    const auto output = QString::fromUtf8(process.readAllStandardOutput());
    static const QRegularExpression requests(u"(\\d+) requests in ([\\d.]+)s"_s);
    if (output.contains(u"Non-2xx"_s) || output.contains(u"Socket errors"_s))
        std::fprintf(stderr, "%s\n", qPrintable(output));
    const auto found = requests.match(output);
    return found.hasMatch() ? Replies{found.captured(1).toDouble(), found.captured(2).toDouble()} : Replies{};
}

inline Replies loadOnce(quint16 port, const Load &load)
{
    if (!wrk().isEmpty())
        return loadWithWrk(port, load);
    return {loadRaw(port, bytesOf(load, port), load.connections, load.seconds), load.seconds};
}

inline Sample measure(const Server &server, const Load &load)
{
    const auto before = server.cpu();
    const auto replies = loadOnce(server.port(), load);
    if (replies.count <= 0)
        return {};
    return {replies.perSecond(), (server.cpu() - before) / replies.count / 1000};
}

} // namespace tests::bench
