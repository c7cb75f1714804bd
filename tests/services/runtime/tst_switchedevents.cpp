// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/broker/embedded/embeddedbroker.h>
#include <services/broker/publishing.h>
#include <services/runtime/directpublisher.h>
#include <services/runtime/switchedevents.h>
#include <services/storage/outbox.h>
#include <services/waiting/looptimers.h>

#include <QTemporaryDir>
#include <QTest>

#include <tests/support/temporarydatabase.h>
#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using namespace services;
using model::operation::Safeguard;
using model::operation::Safeguards;
using runtime::DirectPublisher;
using runtime::SwitchedMemory;
using runtime::SwitchedSink;

namespace {

contract::Event eventOf(const QByteArray &id)
{
    contract::Event event;
    event.id = id;
    event.topic = {u"order.placed"_s};
    event.key = "o-1";
    return event;
}

} // namespace

// The outbox and the inbox, and what takes their places while they are off.
class TestSwitchedEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<tests::support::TemporaryDatabase>();
        m_scope = std::make_unique<waiting::WaitScope>();
        broker::embedded::EmbeddedBroker::Options options;
        options.file = m_folder->filePath(u"broker.db"_s);
        auto opened
            = tests::support::waitFor(broker::embedded::EmbeddedBroker::open(*m_scope, std::move(options)));
        QVERIFY(opened);
        m_broker = *opened;
        QVERIFY(tests::support::waitFor(
            broker::declareOn(*m_broker, *m_scope, {{{u"order.placed"_s}, {{u"shipping"_s}}}})));
        m_board.set({});
    }
    void cleanup()
    {
        m_scope->cancel();
        QVERIFY(tests::support::turnUntil([this] { return m_scope->isIdle(); }));
        m_broker->stop();
        m_broker.reset();
    }

    void anEventGoesPastTheOutboxOnceItsTransactionIsCommitted()
    {
        storage::Outbox outbox(database());
        DirectPublisher direct(database(), *m_broker, {*m_scope, m_timers});
        int published = 0;
        direct.onPublished([&](const auto &, int messages) { published += messages; });
        SwitchedSink sink(outbox, direct, m_board);
        QVERIFY(database().transaction([&] { return sink.append(eventOf("kept")); }));
        QCOMPARE(outbox.depth().value(), 1);
        switchOff(Safeguard::Outbox);
        QVERIFY(database().transaction([&] { return sink.append(eventOf("direct")); }));
        QCOMPARE(outbox.depth().value(), 1);
        QVERIFY(tests::support::turnUntil([&] { return published == 1; }));
        QTRY_COMPARE(depth(), 1);
    }

    void nobodyHearsOfWhatIsRolledBack()
    {
        DirectPublisher direct(database(), *m_broker, {*m_scope, m_timers});
        const auto failed = database().transaction([&]() -> storage::Result<void> {
            std::ignore = direct.append(eventOf("never"));
            return storage::failure(storage::Kind::Conflict, u"It is not to be"_s);
        });
        QVERIFY(!failed);
        QVERIFY(database().transaction([&] { return direct.append(eventOf("later")); }));
        QTRY_COMPARE(depth(), 1);
    }

    void withoutTheOutboxAnEventIsLostWhileTheBrokerIsDown()
    {
        DirectPublisher direct(database(), *m_broker, {*m_scope, m_timers});
        m_broker->make({.isDown = true});
        QVERIFY(database().transaction([&] { return direct.append(eventOf("lost")); }));
        QVERIFY(tests::support::turnUntil([this] { return m_scope->isIdle(); }));
        m_broker->make({});
        QTRY_VERIFY(tests::support::waitFor(broker::publishTo(*m_broker, *m_scope, {eventOf("later")})));
        QCOMPARE(depth(), 1);
    }

    void withoutTheInboxARepeatCountsAsNew()
    {
        storage::Inbox inbox(database());
        SwitchedMemory memory(inbox, m_board);
        const auto consumer = u"shipping"_s;
        QCOMPARE(memory.remember("e-1", consumer).value(), true);
        QCOMPARE(memory.remember("e-1", consumer).value(), false);
        switchOff(Safeguard::Inbox);
        QCOMPARE(memory.remember("e-1", consumer).value(), true);
        QCOMPARE(memory.remember("e-2", consumer).value(), true);
        m_board.set({});
        QCOMPARE(memory.remember("e-2", consumer).value(), false); // it was remembered all the same
    }

private:
    storage::Database &database() { return m_store->database(); }
    void switchOff(Safeguard safeguard)
    {
        Safeguards safeguards;
        safeguards.set(safeguard, false);
        m_board.set(safeguards);
    }
    int depth() const { return static_cast<int>(m_broker->queues().front().depth); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::support::TemporaryDatabase> m_store;
    waiting::LoopTimers m_timers;
    std::unique_ptr<waiting::WaitScope> m_scope;
    std::shared_ptr<broker::embedded::EmbeddedBroker> m_broker;
    assembly::SafeguardBoard m_board;
};

QTEST_GUILESS_MAIN(TestSwitchedEvents)
#include "tst_switchedevents.moc"
