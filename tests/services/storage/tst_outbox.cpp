// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/outbox.h>

#include <QTest>

#include <tests/support/temporarydatabase.h>

using namespace services::storage;
using namespace Qt::StringLiterals;
using services::contract::Event;
using tests::support::TemporaryDatabase;

namespace {

Event eventOf(const QByteArray &id)
{
    Event event;
    event.id = id;
    event.topic.value = u"order.placed"_s;
    event.key = "order 1";
    event.payload = R"({"total":5})";
    return event;
}

std::vector<QByteArray> ids(const Outbox &outbox, int limit = 100)
{
    std::vector<QByteArray> ids;
    const auto oldest = outbox.oldest(limit);
    for (const Event &event : oldest.value_or(std::vector<Event>{}))
        ids.push_back(event.id);
    return ids;
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEventsBackAsTheyWere()
    {
        TemporaryDatabase store;
        Outbox outbox(store.database());
        Event original = eventOf("e-1");
        original.topic.value = u"größe.\U0001F6D2"_s;
        original.key = QByteArray::fromHex("00ff");
        original.payload = QByteArray(1024 * 1024, '\0');
        original.trace = {{1, 2, 3}, {4, 5}, true};
        original.occurredAt
            = std::chrono::system_clock::time_point(std::chrono::microseconds(1'700'000'000'123'456));
        QVERIFY(outbox.append(original));
        const auto read = outbox.oldest(1);
        QVERIFY(read && read->size() == 1);
        const Event &copy = read->front();
        QCOMPARE(copy.id, original.id);
        QCOMPARE(copy.topic.value, original.topic.value);
        QCOMPARE(copy.key, original.key);
        QCOMPARE(copy.payload, original.payload);
        QVERIFY(copy.trace == original.trace);
        QVERIFY(copy.occurredAt == original.occurredAt);
    }

    void anEventOutsideATraceHasNone()
    {
        TemporaryDatabase store;
        Outbox outbox(store.database());
        QVERIFY(outbox.append(eventOf("e-1")));
        QVERIFY(!outbox.oldest(1)->front().trace.isValid());
    }

    void keepsTheOrderAndRemovesWhatIsPublished()
    {
        TemporaryDatabase store;
        Outbox outbox(store.database());
        for (const char *id : {"c", "a", "d", "b"})
            QVERIFY(outbox.append(eventOf(id)));
        QCOMPARE(ids(outbox, 2), (std::vector<QByteArray>{"c", "a"}));
        QVERIFY(outbox.remove({"c", "d", "never seen"}));
        QCOMPARE(ids(outbox), (std::vector<QByteArray>{"a", "b"}));
        QCOMPARE(outbox.depth().value_or(-1), 2);
        QVERIFY(outbox.append(eventOf("e")));
        QCOMPARE(ids(outbox), (std::vector<QByteArray>{"a", "b", "e"}));
    }

    void existsExactlyWhenItsCauseDoes_data()
    {
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("the transaction commits") << true;
        QTest::newRow("the transaction rolls back") << false;
    }

    void existsExactlyWhenItsCauseDoes()
    {
        QFETCH(const bool, succeeds);
        TemporaryDatabase store({{u"orders"_s, 1, u"CREATE TABLE placed (id)"_s}});
        Outbox outbox(store.database());
        const auto placed = store.database().transaction([&]() -> Result<void> {
            if (!store.database().execute(u"INSERT INTO placed VALUES (1)"_s)
                || !outbox.append(eventOf("e-1")))
                return failure(Kind::Internal, u"insert"_s);
            return succeeds ? Result<void>() : failure(Kind::Declined, u"no money"_s);
        });
        QCOMPARE(placed.has_value(), succeeds);
        store.reopen();
        const auto orders
            = store.database().select<int>(u"SELECT id FROM placed"_s, {}, [](const Row &) { return 1; });
        QVERIFY(orders);
        QCOMPARE(Outbox(store.database()).depth().value_or(-1), static_cast<int>(orders->size()));
        QCOMPARE(orders->size(), succeeds ? 1U : 0U);
    }

    void saysThatThereIsSomethingNew()
    {
        TemporaryDatabase store;
        Outbox outbox(store.database());
        int told = 0;
        outbox.onAppend([&told] { ++told; });
        QVERIFY(outbox.append(eventOf("e-1")));
        QCOMPARE(told, 1);
        QVERIFY(!outbox.append(eventOf("e-1"))); // the id is taken
        QCOMPARE(told, 1);
        outbox.onAppend({});
        QVERIFY(outbox.append(eventOf("e-2")));
        QCOMPARE(told, 1);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
