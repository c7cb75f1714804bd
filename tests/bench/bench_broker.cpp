// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The embedded broker: durable messages a second in batches and one by one, confirmed, delivered and
// acknowledged, how long a message takes from publish() to its consumer at 1,000 a second, and the memory
// that a million of them take which nobody fetches. The references are RabbitMQ (a real one on this machine,
// by the same interface; only where it is installed), and the bare store: the same rows written and removed
// by one thread in transactions of the same size, without queues or threads.

#include "benchreport.h"

#include <services/broker/embedded/embeddedbroker.h>
#include <services/broker/makebroker.h>
#include <services/broker/publishing.h>
#include <services/storage/database.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <tests/support/rabbitmqserver.h>
#include <tests/support/waitfor.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace services::broker;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::bench::Better;
using tests::bench::Figure;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int rounds = 5;

[[noreturn]] void giveUp(const QString &message)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    std::exit(1);
}

double seconds(Clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

std::vector<Event> eventsOf(int count)
{
    static int serial = 0;
    std::vector<Event> events(static_cast<std::size_t>(count));
    for (Event &event : events) {
        event.id = "event " + QByteArray::number(++serial);
        event.topic.value = u"order.placed"_s;
        event.key = "order " + QByteArray::number(serial);
        event.payload = QByteArray(300, 'x');
    }
    return events;
}

std::shared_ptr<Broker> embedded(const QString &folder, bool survivesPowerLoss)
{
    using services::broker::embedded::EmbeddedBroker;
    EmbeddedBroker::Options options;
    options.file = folder + u"/broker.db"_s;
    options.survivesPowerLoss = survivesPowerLoss;
    services::waiting::WaitScope scope;
    auto opened = tests::support::waitFor(EmbeddedBroker::open(scope, std::move(options)));
    if (!opened)
        giveUp(opened.error().message);
    return *opened;
}

std::shared_ptr<Broker> rabbitMq(const tests::support::RabbitMqServer &server)
{
    static int runs = 0;
    BrokerOrder order;
    order.url = BrokerUrl::parse(server.url()).value();
    order.name = u"bench "_s + QString::number(++runs);
    order.isForOneRun = true;
    services::waiting::WaitScope scope;
    auto opened = tests::support::waitFor(makeBroker(scope, std::move(order)));
    if (!opened)
        giveUp(opened.error().message);
    return *opened;
}

class Run
{
public:
    explicit Run(bool survivesPowerLoss)
        : m_broker(embedded(m_folder.path(), survivesPowerLoss))
    {
        subscribe();
    }
    explicit Run(const tests::support::RabbitMqServer &server)
        : m_broker(rabbitMq(server))
    {
        subscribe();
    }

    void subscribe()
    {
        m_broker->subscribe({{u"shipping"_s}, {{u"order.placed"_s}}, 256}, &m_context,
                            [this](const Delivery &delivery) {
                                m_broker->ack(delivery.tag);
                                if (m_onDelivery)
                                    m_onDelivery(delivery);
                            });
    }

    // Publishes `total` messages, `batch` at a time, each batch when the one before is confirmed; until all
    // of them have been delivered and acknowledged.
    double perSecond(int total, int batch)
    {
        const auto start = Clock::now();
        int delivered = 0;
        publishBatches(total, batch);
        QEventLoop loop;
        m_onDelivery = [&](const Delivery &) {
            if (++delivered == total)
                loop.quit();
        };
        loop.exec();
        m_onDelivery = {};
        while (m_broker->queues().front().depth > 0)
            std::this_thread::yield();
        return total / seconds(Clock::now() - start);
    }

    double latency99()
    {
        constexpr int count = 3'000;
        QEventLoop loop;
        std::vector<double> milliseconds;
        QHash<QByteArray, Clock::time_point> sent;
        m_onDelivery = [&](const Delivery &delivery) {
            milliseconds.push_back(1e3 * seconds(Clock::now() - sent.take(delivery.event.id)));
            if (milliseconds.size() == count)
                loop.quit();
        };
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        int left = count;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            auto events = eventsOf(1);
            sent[events.front().id] = Clock::now();
            m_broker->publish(std::move(events), &m_context, check);
            if (--left == 0)
                timer.stop();
        });
        timer.start(1ms);
        loop.exec();
        m_onDelivery = {};
        std::ranges::sort(milliseconds);
        return milliseconds[milliseconds.size() * 99 / 100];
    }

private:
    static void check(const Result<void> &published)
    {
        if (!published)
            giveUp(published.error().message);
    }
    void publishBatches(int left, int batch)
    {
        if (left <= 0)
            return;
        m_broker->publish(eventsOf(std::min(left, batch)), &m_context,
                          [this, left, batch](const Result<void> &done) {
                              check(done);
                              publishBatches(left - batch, batch);
                          });
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Broker> m_broker;
    QObject m_context;
    std::function<void(const Delivery &)> m_onDelivery;
};

// Rows in and out of a file, `batch` to a transaction.
double storePerSecond(int total, int batch, bool survivesPowerLoss)
{
    const QTemporaryDir folder;
    auto opened = services::storage::Database::open(folder.filePath(u"bare.db"_s));
    if (!opened
        || !(*opened)->executeScript(
            u"PRAGMA synchronous = %1; CREATE TABLE message (number INTEGER PRIMARY KEY,"
            " id BLOB, topic TEXT, key BLOB, payload BLOB)"_s.arg(survivesPowerLoss ? 2 : 1)))
        giveUp(u"The reference cannot be made"_s);
    auto &database = **opened;
    const auto start = Clock::now();
    for (int done = 0; done < total; done += batch) {
        const auto added = database.transaction([&]() -> Result<void> {
            for (const Event &event : eventsOf(batch)) {
                if (!database.execute(u"INSERT INTO message (id, topic, key, payload) VALUES (?, ?, ?, ?)"_s,
                                      {event.id, event.topic.value, event.key, event.payload}))
                    giveUp(u"The reference cannot insert"_s);
            }
            return {};
        });
        if (!added || !database.execute(u"DELETE FROM message"_s))
            giveUp(u"The reference fails"_s);
    }
    return total / seconds(Clock::now() - start);
}

// RabbitMQ, when it is installed.
std::unique_ptr<tests::support::RabbitMqServer> startedRabbitMq()
{
    using tests::support::RabbitMqServer;
    if (!isInBuild(EngineKind::RabbitMq) || !RabbitMqServer::whyAbsent().isEmpty())
        return nullptr;
    auto server = std::make_unique<RabbitMqServer>();
    if (const auto started = server->start(); !started)
        giveUp(started.error().message);
    return server;
}

class Bench
{
public:
    void throughput(const QString &name, int total, int batch, bool survivesPowerLoss)
    {
        Figure figure(name, u"1/s"_s, Better::Higher);
        for (int round = 0; round < rounds; ++round) {
            figure.add(Run(survivesPowerLoss).perSecond(total, batch));
            figure.add(u"bare store"_s, storePerSecond(total, batch, survivesPowerLoss));
            if (m_rabbit)
                figure.add(u"RabbitMQ"_s, Run(*m_rabbit).perSecond(total, batch));
        }
        figure.print();
    }

    void latency()
    {
        Figure figure(u"broker-latency-p99-at-1000"_s, u"ms"_s, Better::Lower);
        for (int round = 0; round < rounds; ++round) {
            figure.add(Run(false).latency99());
            if (m_rabbit)
                figure.add(u"RabbitMQ"_s, Run(*m_rabbit).latency99());
        }
        figure.print();
    }

private:
    std::unique_ptr<tests::support::RabbitMqServer> m_rabbit = startedRabbitMq();
};

double residentMegabytes()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QFile::ReadOnly))
        giveUp(u"The memory of this process cannot be told"_s);
    const double pages = status.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void benchMemory()
{
    constexpr int million = 1'000'000;
    constexpr int batch = 1'000;
    const QTemporaryDir folder;
    const auto broker = embedded(folder.path(), false);
    services::waiting::WaitScope scope;
    if (!tests::support::waitFor(declareOn(*broker, scope, {{{u"order.placed"_s}, {{u"shipping"_s}}}})))
        giveUp(u"The queue cannot be declared"_s);
    const double before = residentMegabytes();
    for (int done = 0; done < million; done += batch) {
        if (!tests::support::waitFor(publishTo(*broker, scope, eventsOf(batch))))
            giveUp(u"The broker does not take a million messages"_s);
    }
    if (broker->queues().front().depth != million)
        giveUp(u"They are not all in the queue"_s);
    Figure figure(u"broker-memory-of-a-million-queued"_s, u"MB"_s, Better::Lower);
    figure.add(residentMegabytes() - before);
    figure.print();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    benchMemory();
    Bench bench;
    bench.throughput(u"broker-in-batches"_s, 50'000, 500, false);
    bench.throughput(u"broker-in-batches-power-safe"_s, 50'000, 500, true);
    bench.throughput(u"broker-one-by-one"_s, 5'000, 1, false);
    bench.throughput(u"broker-one-by-one-power-safe"_s, 2'000, 1, true);
    bench.latency();
    return 0;
}
