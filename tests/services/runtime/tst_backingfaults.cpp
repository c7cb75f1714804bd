// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultplay.h"

#include <services/runtime/instanceplan.h>
#include <services/storage/database.h>

#include <QElapsedTimer>
#include <QJsonDocument>

#include <tests/services/transport/rawclient.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;
using services::broker::QueueStatus;
using services::storage::Database;

namespace {

// A fleet whose stores and broker suffer.
struct Suffering : Play
{
    using Play::Play;

    const QString maybe = u"maybe"_s; // told before it was certain that nobody listens

    Result<Reply> tell(const QString &what) { return customer->ask(front, u"POST /tell/{id}"_s, what); }
    QStringList heard()
    {
        QStringList all;
        if (const auto reply = askEar()) {
            for (const auto &what : QJsonDocument::fromJson(reply->body).array())
                all.append(what.toString());
        }
        all.removeAll(maybe);
        return all;
    }
    bool hasHeard(const QStringList &all)
    {
        return turnUntil([&] { return heard() == all; });
    }
    // The control thread does not wait for what is done to files.
    bool failsWith(const CapabilityId &store, Kind kind)
    {
        return turnUntil([&] {
            const auto reply = store == back ? tell(maybe) : askEar();
            return !reply && reply.error().kind == kind;
        });
    }
    QueueStatus queue()
    {
        for (const auto &status : fleet->drainTelemetry().queues) {
            if (status.group == ear)
                return status;
        }
        return {};
    }
    // What the instance answers to whoever asks it for its plumbing, as it is.
    bool answers(const CapabilityId &id, const QByteArray &path, const QByteArray &expected) const
    {
        tests::transport::RawClient client(status(id).port);
        client.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        return turnUntil([&] { return client.received.contains("\r\n\r\n"); })
            && client.received.contains(expected);
    }
    QString storeFile(const CapabilityId &id) const
    {
        return services::runtime::storeFileOf(fleet->plan(), {unitOf(id)});
    }
};

struct Trouble
{
    const char *name;
    QString word;
    Kind kind; // of what fails for it
};

// Each trouble in each shape.
void addTroubles(const std::vector<Trouble> &troubles)
{
    QTest::addColumn<model::packaging::Packaging>("packaging");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("kind");
    for (const auto &shape : {monolith(), microservices()}) {
        for (const auto &trouble : troubles)
            QTest::addRow("%s, %s", trouble.name, qPrintable(shape.title))
                << shape << trouble.word << static_cast<int>(trouble.kind);
    }
}

} // namespace

class TestBackingFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesFailAndReadingWorks_data()
    {
        addTroubles({{"locked", u"store-locked"_s, Kind::Overloaded}, {"full", u"store-full"_s, Kind::Full}});
    }
    void changesFailAndReadingWorks()
    {
        QFETCH(const model::packaging::Packaging, packaging);
        QFETCH(const QString, word);
        QFETCH(const int, kind);
        Suffering play(packaging);
        QVERIFY(play.tell(u"first"_s));
        QVERIFY(play.hasHeard({u"first"_s, u"seed"_s}));
        play.inject(word + u":back"_s);
        QVERIFY(play.failsWith(back, static_cast<Kind>(kind)));
        const auto refused = play.tell(u"no"_s);
        QVERIFY2(refused.error().message.contains(play.storeFile(back)), qPrintable(refused.error().message));
        QVERIFY(play.askEar());
        QVERIFY(play.askBack());
        QVERIFY(play.fleet->restart(model::system::InstanceId{play.unitOf(back) + u"-1"_s})); // it boots
        QVERIFY(play.becomes(play.unitOf(back) + u"-1"_s, InstanceState::Healthy));
        QCOMPARE(play.tell(u"no"_s).error().kind, static_cast<Kind>(kind));
        QVERIFY(play.measures([&] { return play.touched(word) >= 2; }));
        play.lift(word + u":back"_s);
        QVERIFY(turnUntil([&] { return play.tell(u"last"_s).has_value(); }));
        QVERIFY(play.hasHeard({u"first"_s, u"last"_s, u"seed"_s}));
    }

    // Whoever waits for the lock does so alone.
    void aLockHoldsUpNobodyElse()
    {
        Suffering play(monolith());
        play.inject(u"store-locked:back"_s);
        QVERIFY(play.failsWith(back, Kind::Overloaded));
        const Asked change(*play.customer, front, u"POST /tell/{id}"_s, u"no"_s);
        for (int i = 0; i < 5; ++i)
            QVERIFY(play.askEar());
        QVERIFY(!change.isAnswered()); // it has a patience of 300 ms
        QCOMPARE(change.answer().error().kind, Kind::Overloaded);
    }

    void whatWasToBeStoredComesAgain()
    {
        Suffering play(microservices());
        play.inject(u"store-locked:ear"_s);
        QVERIFY(turnUntil([&] { // the messages are tried, and refused
            std::ignore = play.tell(u"a"_s);
            return play.queue().redelivered > 0;
        }));
        const auto depth = play.queue().depth;
        QVERIFY(depth > 0);
        QCOMPARE(play.heard().last(), u"seed"_s);
        play.lift(u"store-locked:ear"_s);
        QVERIFY(turnUntil([&] { return play.queue().depth == 0; }));
        QCOMPARE(play.queue().deadLetters, 0);
    }

    void everythingFailsAndComesBack_data()
    {
        addTroubles(
            {{"lost", u"store-lost"_s, Kind::Unavailable}, {"damaged", u"store-corrupt"_s, Kind::Corrupt}});
    }
    void everythingFailsAndComesBack()
    {
        QFETCH(const model::packaging::Packaging, packaging);
        QFETCH(const QString, word);
        QFETCH(const int, kind);
        Suffering play(packaging);
        QVERIFY(play.tell(u"first"_s));
        QVERIFY(play.hasHeard({u"first"_s, u"seed"_s}));
        play.inject(word + u":ear"_s);
        QVERIFY(play.failsWith(ear, static_cast<Kind>(kind)));
        QVERIFY(play.askBack()); // stores nothing for this
        QCOMPARE(play.tell(u"meanwhile"_s).has_value(), play.unitOf(back) != play.unitOf(ear));
        QCOMPARE(play.status(ear).state, InstanceState::Healthy); // the program is
        QVERIFY(play.answers(ear, "/health", " 200 "));
        QVERIFY(play.answers(ear, "/ready", " 503 "));
        QVERIFY(play.answers(ear, "/ready", play.storeFile(ear).toUtf8()));
        QVERIFY(play.measures([&] { return play.touched(word) >= 1; }));
        play.lift(word + u":ear"_s);
        QVERIFY(turnUntil([&] { return play.tell(u"last"_s).has_value(); }));
        QStringList all{u"first"_s, u"last"_s, u"seed"_s};
        if (play.unitOf(back) != play.unitOf(ear))
            all.insert(2, u"meanwhile"_s);
        QVERIFY(play.hasHeard(all));
        QVERIFY(play.answers(ear, "/ready", " 200 "));
        QCOMPARE(play.status(ear).incarnation, 1);
    }

    void whoCannotBootMeanwhileBootsAfterwards_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("lost") << u"store-lost"_s;
        QTest::newRow("damaged") << u"store-corrupt"_s;
    }
    void whoCannotBootMeanwhileBootsAfterwards()
    {
        QFETCH(const QString, word);
        Suffering play(microservices());
        const model::system::InstanceId id{u"ear-1"_s};
        play.inject(word + u":ear"_s);
        QVERIFY(turnUntil([&] { return !play.askEar(); }));
        QVERIFY(play.fleet->restart(id));
        QVERIFY(play.becomes(id.value, InstanceState::Failed));
        QVERIFY(play.status(ear).reason->message.contains(play.storeFile(ear)));
        play.lift(word + u":ear"_s);
        QVERIFY(play.becomes(id.value, InstanceState::Healthy));
        QVERIFY(play.hasHeard({u"seed"_s}));
    }

    void whatIsDamagedAtTheEndIsHealed()
    {
        Suffering play(microservices());
        const QString file = play.storeFile(ear);
        play.inject(u"store-corrupt:ear"_s);
        QVERIFY(play.failsWith(ear, Kind::Corrupt));
        play.customer.reset();
        play.fleet->stop();
        QVERIFY(turnUntil([&] { return play.fleet->isStopped(); }));
        const auto database = Database::open(file);
        QVERIFY(database);
        QVERIFY((*database)->query(u"SELECT * FROM heard"_s, {}, {}));
    }

    void aSlowStoreIsWaitedForByWhoUsesIt()
    {
        Suffering play(monolith());
        play.inject(u"store-slow:ear,delay=400"_s);
        QVERIFY(turnUntil([&] {
            QElapsedTimer timer;
            timer.start();
            return play.askEar() && timer.elapsed() >= 400;
        }));
        const Asked slow(*play.customer, ear, u"GET /heard"_s);
        for (int i = 0; i < 5; ++i)
            QVERIFY(play.customer->askFront(u"1"_s)); // does not use it
        QVERIFY(!slow.isAnswered());
        QVERIFY(slow.answer());
        play.customer->setPatience(100ms);
        QCOMPARE(play.askEar().error().kind, Kind::TimedOut);
        play.customer->setPatience(15s);
        QVERIFY(play.measures([&] { return play.touched(u"store-slow"_s) >= 3; }));
        play.lift(u"store-slow:ear,delay=400"_s);
        QVERIFY(turnUntil([&] {
            play.customer->setPatience(100ms);
            return play.askEar().has_value();
        }));
    }

    void whileTheBrokerIsDownMessagesWaitWithTheirSenders_data() { addShapes(); }
    void whileTheBrokerIsDownMessagesWaitWithTheirSenders()
    {
        QFETCH(const model::packaging::Packaging, packaging);
        Suffering play(packaging);
        play.inject(u"broker-down"_s);
        for (const char *what : {"a", "b", "c"})
            QVERIFY(play.tell(QString::fromLatin1(what))); // the customer need not know
        QVERIFY(play.measures([&] {
            return std::ranges::any_of(play.reports, [](const auto &r) { return r.occupancy.outbox == 3; });
        }));
        QCOMPARE(play.heard(), QStringList{u"seed"_s});
        QCOMPARE(play.queue().consumers, 0);
        QVERIFY(play.askBack()); // publishes nothing
        QVERIFY(play.measures([&] { return play.touched(u"broker-down"_s) == 3; }));
        play.lift(u"broker-down"_s);
        QVERIFY(play.hasHeard({u"a"_s, u"b"_s, u"c"_s, u"seed"_s}));
        QVERIFY(play.tell(u"d"_s));
        QVERIFY(play.hasHeard({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"seed"_s}));
        QVERIFY(play.measures([&] { return true; }));
        QCOMPARE(play.touched(u"broker-down"_s), 3U);
    }

    void aSlowBrokerIsLateAndSaysSo()
    {
        Suffering play(microservices());
        play.inject(u"broker-slow,delay=300"_s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(play.tell(u"late"_s));
        QVERIFY(play.hasHeard({u"late"_s, u"seed"_s}));
        QVERIFY(timer.elapsed() >= 300);
        QVERIFY(play.measures([&] { return play.touched(u"broker-slow"_s) == 1; }));
        play.lift(u"broker-slow,delay=300"_s);
        QVERIFY(play.tell(u"soon"_s));
        QVERIFY(play.hasHeard({u"late"_s, u"seed"_s, u"soon"_s}));
        QVERIFY(play.measures([&] { return true; }));
        QCOMPARE(play.touched(u"broker-slow"_s), 1U);
    }

    void poisonIsTriedAndSetAsideAndHoldsUpNobody()
    {
        Suffering play(microservices());
        play.inject(u"poison-message:said>ear"_s);
        QVERIFY(play.tell(u"meanwhile"_s));
        QVERIFY(play.hasHeard({u"meanwhile"_s, u"seed"_s}));
        QVERIFY(turnUntil([&] { return play.queue().deadLetters >= 1; }));
        const auto queue = play.queue();
        QCOMPARE(queue.latestDead.front().why, u"These are no words"_s);
        QCOMPARE(queue.latestDead.front().topic, said);
        QVERIFY(queue.redelivered >= 4);
        QVERIFY(play.measures([&] { return play.touched(u"poison-message"_s) >= 5; }));
        play.lift(u"poison-message:said>ear"_s);
        QVERIFY(play.tell(u"later"_s));
        QVERIFY(play.hasHeard({u"later"_s, u"meanwhile"_s, u"seed"_s}));
        QVERIFY(play.queue().deadLetters >= 1); // stays there
    }
};

QTEST_GUILESS_MAIN(TestBackingFaults)
#include "tst_backingfaults.moc"
