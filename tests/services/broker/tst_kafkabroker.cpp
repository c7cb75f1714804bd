// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "brokerstand.h"
#include "kafkamock.h"

#include <services/broker/kafka/kafkabroker.h>

#include <map>
#include <set>

using namespace tests::broker;
using services::broker::BrokerUrl;
using services::broker::kafka::KafkaBroker;
using tests::support::turnUntil;

namespace {

const std::vector<TopicBinding> oneGroup{{{u"order.placed"_s}, {{u"shipping"_s}}}};

Result<std::shared_ptr<KafkaBroker>> open(const QString &url, const QString &name)
{
    KafkaBroker::Options options;
    options.server = BrokerUrl::parse(url).value();
    options.name = name;
    services::waiting::WaitScope scope;
    return tests::support::waitFor(KafkaBroker::open(scope, std::move(options)));
}

std::vector<Event> keyed(int count, int first = 0)
{
    std::vector<Event> events;
    for (int i = first; i < first + count; ++i)
        events.push_back(eventOf(QByteArray::number(i), "key " + QByteArray::number(i % 20)));
    return events;
}

} // namespace

// What is particular to Kafka, tried on librdkafka's protocol mock: consumer groups, and who is not there.
class TestKafkaBroker : public QObject
{
    Q_OBJECT
private:
    Result<void> publish(Broker &broker, std::vector<Event> events)
    {
        return tests::support::waitFor(publishTo(broker, m_scope, std::move(events)));
    }

    services::waiting::WaitScope m_scope;
    KafkaMock m_mock;

private Q_SLOTS:
    void saysThatNobodyAnswers()
    {
        const auto opened = open(u"kafka://127.0.0.1:1"_s, u"test"_s);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Kind::Unavailable);
        QVERIFY2(opened.error().message.contains(u"kafka://127.0.0.1:1"_s),
                 qPrintable(opened.error().message));
        QVERIFY(opened.error().message.contains(u"start it there"_s));
    }

    // Two programs with the same groups share their partitions; one that leaves hands its own over. What was
    // in hand in between may come twice, and nothing is lost.
    void membersOfAGroupShareThePartitions()
    {
        const auto first = open(m_mock.url(), u"shared"_s);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
        QVERIFY(tests::support::waitFor(declareOn(**first, m_scope, oneGroup)));
        std::set<QByteArray> seen;
        Consumer early(**first, u"shipping"_s);
        early.onDelivery = [&](const Delivery &delivery) {
            seen.insert(delivery.event.id);
            (*first)->ack(delivery.tag);
        };
        QVERIFY(publish(**first, keyed(200)));
        QVERIFY(turnUntil([&] { return seen.size() == 200; }));

        const auto second = open(m_mock.url(), u"shared"_s);
        QVERIFY(second);
        Consumer late(**second, u"shipping"_s);
        late.onDelivery = [&](const Delivery &delivery) {
            seen.insert(delivery.event.id);
            (*second)->ack(delivery.tag);
        };
        int published = 200;
        QVERIFY(turnUntil(
            [&] { // until the second one has its share
                if (!publish(**first, keyed(20, published)))
                    return false;
                published += 20;
                return !late.received.empty();
            },
            30s));
        QVERIFY(turnUntil([&] { return seen.size() == std::size_t(published); }));

        (*first)->stop();
        QVERIFY(publish(**second, keyed(100, published)));
        QVERIFY(turnUntil([&] { return seen.size() == std::size_t(published + 100); }, 30s));
    }
};

QTEST_GUILESS_MAIN(TestKafkaBroker)
#include "tst_kafkabroker.moc"
