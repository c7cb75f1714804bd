// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "brokerstand.h"

#include <services/storage/database.h>

#include <QFile>
#include <QProcess>

#include <sys/resource.h>

#include <csignal>
#include <set>

#if defined(__SANITIZE_THREAD__)
// QProcess forks a program that has threads, and only to start another.
extern "C" const char *__tsan_default_options();
const char *__tsan_default_options()
{
    return "die_after_fork=0";
}
#endif

using namespace tests::broker;
using tests::support::turnUntil;

namespace {

const std::vector<TopicBinding> oneGroup{{{u"order.placed"_s}, {{u"shipping"_s}}}};

Result<std::shared_ptr<Broker>> open(const QString &folder, const Patience &patience)
{
    EmbeddedBroker::Options options;
    options.file = folder + u"/broker.db"_s;
    options.patience = patience;
    return openEmbedded(std::move(options));
}

// As a full disk would, but only that.
void refuseNewBindings(const QString &folder, const QString &when = {})
{
    const auto store = services::storage::Database::open(folder + u"/broker.db"_s);
    if (!store
        || !(*store)->executeScript(u"CREATE TRIGGER refuse BEFORE INSERT ON binding %1"
                                    " BEGIN SELECT RAISE(ABORT, 'no more bindings'); END"_s.arg(when)))
        qFatal("The store cannot be prepared");
}

// Plays the process that is going to be killed: publishes and acknowledges for ever, and says on stdout what
// was confirmed ("+id") and handled ("-id").
int publishForEver(const QString &folder)
{
    auto broker = open(folder, {});
    if (!broker)
        return 2;
    services::waiting::WaitScope scope;
    if (!tests::support::waitFor(declareOn(**broker, scope, oneGroup)))
        return 2;
    QFile out;
    if (!out.open(stdout, QFile::WriteOnly | QFile::Unbuffered))
        return 2;
    Consumer consumer(**broker, u"shipping"_s, 4);
    consumer.onDelivery = [&](const Delivery &delivery) {
        if (delivery.event.id.toInt() % 2 == 0)
            return; // stays in hand: to be delivered again
        out.write("-" + delivery.event.id + "\n");
        (*broker)->ack(delivery.tag);
    };
    for (int next = 0;; next += 5) {
        if (!tests::support::waitFor(publishTo(**broker, scope, eventsOf(5, {}, next))))
            return 2;
        for (int i = next; i < next + 5; ++i)
            out.write("+" + QByteArray::number(i) + "\n");
    }
}

} // namespace

namespace {

Result<std::vector<PeekedMessage>> peek(BrokerStand &stand, const Peek &what)
{
    QObject context;
    std::optional<Result<std::vector<PeekedMessage>>> answer;
    stand.broker().peek(what, &context, [&](auto seen) { answer = std::move(seen); });
    turnUntil([&] { return answer.has_value(); });
    return answer.value();
}

Result<void> replay(BrokerStand &stand, const std::vector<std::int64_t> &letters)
{
    QObject context;
    std::optional<Result<void>> answer;
    stand.broker().replay({u"shipping"_s}, letters, &context, [&](auto done) { answer = std::move(done); });
    turnUntil([&] { return answer.has_value(); });
    return answer.value();
}

Result<void> redeliver(BrokerStand &stand, std::int64_t message)
{
    QObject context;
    std::optional<Result<void>> answer;
    stand.broker().redeliver({u"shipping"_s}, message, &context,
                             [&](auto done) { answer = std::move(done); });
    turnUntil([&] { return answer.has_value(); });
    return answer.value();
}

} // namespace

// What is particular to the embedded broker: its file, and what happens to it.
class TestEmbeddedBroker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatWaitsToWhoOnlyLooks()
    {
        BrokerStand stand(open, {}, oneGroup);
        auto event = eventOf("1", "o-1");
        event.payload = R"({"order":"o-1"})";
        auto large = eventOf("2", "o-2");
        large.payload = QByteArray(100'000, 'x');
        QVERIFY(stand.publish({event, large, eventOf("3")}));
        const auto seen = peek(stand, {{u"shipping"_s}, false, 2});
        QVERIFY(seen);
        QCOMPARE(seen->size(), 2U);
        QCOMPARE(seen->at(0).event.id, "1");
        QCOMPARE(seen->at(0).event.payload, event.payload);
        QCOMPARE(seen->at(0).event.topic.value, u"order.placed"_s);
        QVERIFY(!seen->at(0).isInHand);
        QCOMPARE(seen->at(1).size, 100'000);
        QCOMPARE(seen->at(1).event.payload.size(), PeekedMessage::mostShown);
        QCOMPARE(stand.queue(u"shipping"_s).depth, 3); // it took nothing
        Consumer consumer(stand.broker(), u"shipping"_s, 1);
        consumer.onDelivery = Consumer::keep;
        QTRY_COMPARE(consumer.received.size(), 1U);
        QVERIFY(peek(stand, {{u"shipping"_s}})->at(0).isInHand);
        QCOMPARE(peek(stand, {{u"nobody"_s}}).error().kind, Kind::NotFound);
    }

    void deadLettersAreDeliveredAgainWhenSomebodyWantsIt()
    {
        BrokerStand stand(open, {1h, 1ms, 1ms, 1}, oneGroup);
        bool isMended = false;
        Consumer consumer(stand.broker(), u"shipping"_s);
        consumer.onDelivery = [&](const Delivery &delivery) {
            if (isMended)
                stand.broker().ack(delivery.tag);
            else
                stand.broker().nack(delivery.tag, {Kind::Conflict, u"cannot be sent"_s, {}});
        };
        QVERIFY(stand.publish({eventOf("1", "a"), eventOf("2", "b"), eventOf("3", "c")}));
        QTRY_COMPARE(stand.queue(u"shipping"_s).deadLetters, 3);
        const auto letters = peek(stand, {{u"shipping"_s}, true});
        QVERIFY(letters);
        QCOMPARE(letters->size(), 3U);
        QCOMPARE(letters->at(0).event.id, "3"); // the newest first
        QCOMPARE(letters->at(0).deadBecause, u"cannot be sent"_s);

        isMended = true;
        consumer.received.clear();
        QVERIFY(replay(stand, {letters->at(1).number}));
        QTRY_COMPARE(stand.queue(u"shipping"_s).deadLetters, 2);
        QTRY_COMPARE(consumer.ids(), std::vector<QByteArray>{"2"});
        QCOMPARE(replay(stand, {letters->at(1).number}).error().kind, Kind::NotFound);
        QVERIFY(replay(stand, {}));
        QTRY_COMPARE(consumer.ids(), (std::vector<QByteArray>{"2", "1", "3"}));
        QTRY_COMPARE(stand.queue(u"shipping"_s).depth, 0);
        QCOMPARE(stand.queue(u"shipping"_s).deadLetters, 0);
        QVERIFY(stand.queue(u"shipping"_s).latestDead.empty());
        stand.reopen();
        QCOMPARE(stand.queue(u"shipping"_s).deadLetters, 0);
        QCOMPARE(stand.queue(u"shipping"_s).depth, 0);
    }

    void replayedLettersSurviveTheBroker()
    {
        BrokerStand stand(open, {1h, 1ms, 1ms, 1}, oneGroup);
        {
            Consumer consumer(stand.broker(), u"shipping"_s);
            consumer.onDelivery = [&](const Delivery &delivery) {
                stand.broker().nack(delivery.tag, {Kind::Conflict, u"cannot be sent"_s, {}});
            };
            QVERIFY(stand.publish({eventOf("1")}));
            QTRY_COMPARE(stand.queue(u"shipping"_s).deadLetters, 1);
        }
        QVERIFY(replay(stand, {}));
        QTRY_COMPARE(stand.queue(u"shipping"_s).depth, 1);
        stand.reopen();
        QCOMPARE(stand.queue(u"shipping"_s).depth, 1);
        Consumer consumer(stand.broker(), u"shipping"_s);
        QTRY_COMPARE(consumer.ids(), std::vector<QByteArray>{"1"});
    }

    void whatWaitsForAnotherTryIsDeliveredWhenSomebodyWantsIt()
    {
        BrokerStand stand(open, {1h, 1h, 1h}, oneGroup);
        Consumer consumer(stand.broker(), u"shipping"_s);
        consumer.onDelivery = [&](const Delivery &delivery) {
            if (consumer.received.size() == 1)
                stand.broker().nack(delivery.tag, {Kind::Unavailable, u"not now"_s, {}});
            else if (consumer.received.size() > 2)
                stand.broker().ack(delivery.tag);
        };
        QVERIFY(stand.publish({eventOf("1")}));
        QTRY_COMPARE(stand.queue(u"shipping"_s).redelivered, 1);
        const auto number = peek(stand, {{u"shipping"_s}})->at(0).number;
        QVERIFY(redeliver(stand, number));
        QTRY_COMPARE(consumer.received.size(), 2U); // and keeps it
        QVERIFY(redeliver(stand, number)); // out of its hands
        QTRY_COMPARE(consumer.received.size(), 3U);
        QTRY_COMPARE(stand.queue(u"shipping"_s).depth, 0);
        QCOMPARE(redeliver(stand, number).error().kind, Kind::NotFound);
    }

    void whoLooksIsToldThatItIsDown()
    {
        BrokerStand stand(open, {}, oneGroup);
        stand.broker().make({.isDown = true});
        QCOMPARE(peek(stand, {{u"shipping"_s}}).error().kind, Kind::Unavailable);
        QCOMPARE(replay(stand, {}).error().kind, Kind::Unavailable);
    }

    void saysWhyItCannotBeOpened_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("damaged") << u"broker.db"_s << QByteArray("not a database at all. ").repeated(40)
                                 << Kind::Corrupt;
        QTest::newRow("no folder") << u"nowhere/broker.db"_s << QByteArray() << Kind::NotFound;
    }

    void saysWhyItCannotBeOpened()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, contents);
        const QTemporaryDir folder;
        QFile existing(folder.filePath(u"broker.db"_s));
        QVERIFY(existing.open(QFile::WriteOnly));
        existing.write(contents);
        existing.close();
        EmbeddedBroker::Options options;
        options.file = folder.filePath(file);
        const auto opened = openEmbedded(std::move(options));
        QVERIFY(!opened);
        QTEST(opened.error().kind, "kind");
        QVERIFY(opened.error().message.contains(folder.path()));
    }

    void aFileBelongsToOneBroker()
    {
        BrokerStand stand(open, {}, oneGroup);
        const auto second = open(stand.folder(), {});
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Kind::Overloaded);
        QVERIFY(stand.publish(eventsOf(1)));
        stand.reopen(); // the first one has let go of it
    }

    // The thread that asks goes on meanwhile, and may change its mind.
    void doesNotBlockWhileItWaitsForTheFile()
    {
        BrokerStand stand(open, {}, oneGroup);
        EmbeddedBroker::Options options;
        options.file = stand.folder() + u"/broker.db"_s;
        services::waiting::WaitScope scope;
        auto opening = EmbeddedBroker::open(scope, options);
        QVERIFY(!opening.isReady());
        scope.cancel();
        QVERIFY(opening.isReady());
        const auto opened = tests::support::waitFor(std::move(opening));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Kind::Cancelled);
        QVERIFY(stand.publish(eventsOf(1)));
    }

    // What is published while a group cannot be bound would be confirmed and yet never reach it.
    void publishingFailsWhileItsReadersCannotBeBound()
    {
        BrokerStand stand(open, {}, oneGroup);
        stand.broker().stop();
        refuseNewBindings(stand.folder(), u"WHEN (SELECT count(*) FROM message) = 0"_s);
        stand.reopen();
        QObject context;
        std::vector<QByteArray> got;
        stand.broker().subscribe({{u"audit"_s}, {{u"new.topic"_s}}, 8}, &context,
                                 [&](const Delivery &delivery) {
                                     got.push_back(delivery.event.id);
                                     stand.broker().ack(delivery.tag);
                                 });
        const auto lost = stand.publish({eventOf("1", {}, u"new.topic"_s)});
        QVERIFY(!lost);
        QVERIFY2(lost.error().message.contains(u"no more"_s), qPrintable(lost.error().message));
        QVERIFY(stand.publish({eventOf("of another topic")})); // now there is a message, and binding works
        QVERIFY(stand.publish({eventOf("1", {}, u"new.topic"_s)}));
        QTRY_COMPARE(got, std::vector<QByteArray>{"1"});
    }

    void whatWasConfirmedSurvivesTheDeathOfTheProcess()
    {
        const QTemporaryDir folder;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {u"--publish-for-ever"_s, folder.path()});
        QByteArray said;
        QVERIFY(turnUntil([&] {
            said += process.readAllStandardOutput();
            return said.count('-') >= 1 && said.count('+') >= 500;
        }));
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        said += process.readAllStandardOutput();

        auto reopened = open(folder.path(), {});
        QVERIFY(reopened);
        std::set<QByteArray> delivered;
        QObject context;
        (*reopened)->subscribe({{u"shipping"_s}, {}, 64}, &context, [&](const Delivery &delivery) {
            delivered.insert(delivery.event.id);
            (*reopened)->ack(delivery.tag);
        });
        QVERIFY(
            turnUntil([&] { return !(*reopened)->queues().empty() && (*reopened)->queues()[0].depth == 0; }));
        said.truncate(said.lastIndexOf('\n')); // the last word may have been cut off
        const auto words = said.split('\n');
        for (const QByteArray &word : words) { // confirmed is handled before or delivered now
            if (word.startsWith('+'))
                QVERIFY2(delivered.contains(word.mid(1)) || words.contains("-" + word.mid(1)),
                         word.constData());
        }
    }

    void aFullDiskFailsThePublisherAndLosesNothing()
    {
        BrokerStand stand(open, {}, oneGroup);
        QVERIFY(stand.publish(eventsOf(5)));
        Consumer consumer(stand.broker(), u"shipping"_s);
        consumer.onDelivery = Consumer::keep;
        QTRY_COMPARE(consumer.received.size(), 5U);

        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{512 * 1024, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto large = eventOf("large");
        large.payload = QByteArray(1024 * 1024, 'x');
        const auto refused = stand.publish({eventOf("with it"), large});
        stand.broker().ack(consumer.received.front().tag);
        setrlimit(RLIMIT_FSIZE, &before);

        QVERIFY(!refused);
        QVERIFY2(refused.error().kind == Kind::Full, qPrintable(refused.error().message));
        QVERIFY(stand.publish({large})); // space has been made
        QTRY_COMPARE(stand.queue(u"shipping"_s).depth, 5);
        stand.reopen();
        QCOMPARE(stand.queue(u"shipping"_s).depth, 5);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--publish-for-ever"_s)
        return publishForEver(arguments.value(2));
    TestEmbeddedBroker test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_embeddedbroker.moc"
