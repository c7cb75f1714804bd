// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rabbitmqserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace tests::support {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

namespace {

constexpr int startLimit = 90'000; // ms; on a machine that is busy with other tests
const QString programs = u"/usr/lib/rabbitmq/lib"_s;

// The program itself: the wrapper in /usr/sbin changes the user and writes outside of our folder.
QString serverProgram()
{
    const auto versions = QDir(programs).entryList({u"rabbitmq_server-*"_s}, QDir::Dirs);
    return versions.isEmpty() ? QString()
                              : u"%1/%2/sbin/rabbitmq-server"_s.arg(programs, versions.constLast());
}

quint16 freePort()
{
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(probe, reinterpret_cast<sockaddr *>(&address), size);
    getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size);
    close(probe);
    return ntohs(address.sin_port);
}

bool writeFile(const QString &name, const QByteArray &text)
{
    QFile file(name);
    return file.open(QFile::WriteOnly) && file.write(text) == text.size();
}

void dieWithUs()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

QString RabbitMqServer::whyAbsent()
{
    if (serverProgram().isEmpty() || QStandardPaths::findExecutable(u"epmd"_s).isEmpty())
        return u"rabbitmq-server is not installed"_s;
    return {};
}

RabbitMqServer::~RabbitMqServer()
{
    kill();
    m_nodes.kill();
    m_nodes.waitForFinished();
}

bool RabbitMqServer::prepare()
{
    m_port = freePort();
    m_nodesPort = freePort();
    m_distributionPort = freePort();
    const QDir folder(m_folder.path());
    const auto listener = "listeners.tcp.1 = 127.0.0.1:" + QByteArray::number(m_port)
        + "\nlog.console = false\ndisk_free_limit.absolute = 50MB\n";
    for (const auto &name : {u"home"_s, u"mnesia"_s, u"log"_s})
        folder.mkpath(name);
    m_nodes.setChildProcessModifier(dieWithUs);
    m_nodes.setProcessEnvironment(environment());
    m_nodes.start(u"epmd"_s, {u"-port"_s, QString::number(m_nodesPort), u"-address"_s, u"127.0.0.1"_s});
    m_server.setChildProcessModifier(dieWithUs);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setProcessEnvironment(environment());
    m_server.setWorkingDirectory(m_folder.path());
    return m_nodes.waitForStarted() && writeFile(folder.filePath(u"rabbitmq.conf"_s), listener)
        && writeFile(folder.filePath(u"enabled_plugins"_s), "[].");
}

QProcessEnvironment RabbitMqServer::environment() const
{
    const QString folder = m_folder.path();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, folder + u"/home"_s);
    environment.insert(u"RABBITMQ_CONF_ENV_FILE"_s, u"/dev/null"_s);
    environment.insert(u"RABBITMQ_NODENAME"_s, u"t%1@localhost"_s.arg(m_port));
    environment.insert(u"RABBITMQ_MNESIA_BASE"_s, folder + u"/mnesia"_s);
    environment.insert(u"RABBITMQ_LOG_BASE"_s, folder + u"/log"_s);
    environment.insert(u"RABBITMQ_PID_FILE"_s, folder + u"/pid"_s);
    environment.insert(u"RABBITMQ_CONFIG_FILE"_s, folder + u"/rabbitmq.conf"_s);
    environment.insert(u"RABBITMQ_ADVANCED_CONFIG_FILE"_s, folder + u"/none"_s);
    environment.insert(u"RABBITMQ_ENABLED_PLUGINS_FILE"_s, folder + u"/enabled_plugins"_s);
    environment.insert(u"RABBITMQ_DIST_PORT"_s, QString::number(m_distributionPort));
    environment.insert(u"ERL_EPMD_PORT"_s, QString::number(m_nodesPort));
    environment.insert(u"ERL_EPMD_ADDRESS"_s, u"127.0.0.1"_s);
    environment.insert(u"RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"_s,
                       u"-kernel inet_dist_use_interface {127,0,0,1} +S 1:1 +sbwt none"_s);
    environment.insert(u"RUNNING_UNDER_SYSTEMD"_s, u"1"_s); // no shell around it: a signal hits the server
    return environment;
}

model::result::Result<void> RabbitMqServer::start()
{
    if (m_port == 0 && !prepare())
        return failure(Kind::Internal, u"RabbitMQ cannot be prepared in %1"_s.arg(m_folder.path()));
    m_server.start(serverProgram(), QStringList());
    QByteArray said;
    QElapsedTimer elapsed;
    elapsed.start();
    while (!said.contains("completed with") && !elapsed.hasExpired(startLimit)
           && m_server.state() != QProcess::NotRunning) {
        m_server.waitForReadyRead(1'000);
        said += m_server.readAll();
    }
    if (said.contains("completed with"))
        return {};
    return failure(Kind::Internal,
                   u"RabbitMQ does not start: %1"_s.arg(QString::fromUtf8(said.right(2'000))));
}

void RabbitMqServer::kill()
{
    m_server.kill();
    m_server.waitForFinished();
}

void RabbitMqServer::hang()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGSTOP);
}

void RabbitMqServer::goOn()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGCONT);
}

QString RabbitMqServer::url() const
{
    return u"amqp://guest:guest@127.0.0.1:"_s + QString::number(m_port) + u"/%2F"_s;
}

} // namespace tests::support
