// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;

namespace {

int entriesOf(const QString &folder)
{
    return static_cast<int>(
        QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}
int openFiles()
{
    return entriesOf(u"/proc/self/fd"_s);
}
int threads()
{
    return entriesOf(u"/proc/self/task"_s);
}

// FAULTLINE_CHURN_CYCLES=1000 is the long form.
int cycles()
{
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("FAULTLINE_CHURN_CYCLES", &isNumber);
    return isNumber ? asked : 200;
}

} // namespace

class TestChurn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leaksNothingInManyCrashesAndRestartsUnderLoad()
    {
        auto options = plan(microservices(), {}).options;
        options.bootTimeScale = 0;
        options.serviceTimeScale = 1;
        World world(microservices(2), options);
        QVERIFY(awaited(world.fleet->start()));
        Customer customer(*world.fleet);
        bool ending = false;
        int asked = 0;
        for (int i = 0; i < 16; ++i)
            customer.scope().spawn(keepAsking(customer, ending, asked));

        const std::vector<QString> victims{u"back-1"_s, u"front-1"_s, u"back-2"_s, u"ear-1"_s};
        cycle(world, victims.at(0));
        cycle(world, victims.at(1));
        const int threadsBefore = threads();
        const int filesBefore = openFiles();
        for (int i = 0; i < cycles(); ++i) {
            const int askedBefore = asked;
            cycle(world, victims.at(static_cast<std::size_t>(i) % victims.size()));
            QVERIFY(turnUntil([&] { return asked > askedBefore; }));
        }
        ending = true;
        QVERIFY(turnUntil([&] { return customer.scope().isIdle(); }));
        QVERIFY2(turnUntil([&] { return threads() <= threadsBefore; }),
                 qPrintable(QString::number(threads() - threadsBefore)));
        // Kept connections come and go with the load.
        QVERIFY2(turnUntil([&] { return openFiles() <= filesBefore; }),
                 qPrintable(QString::number(openFiles() - filesBefore)));
        QCOMPARE(world.knobs.alive.load(), 4);
        QVERIFY(customer.askFront(u"1"_s));
    }

private:
    static void cycle(World &world, const QString &victim)
    {
        QVERIFY(world.fleet->crash(model::system::InstanceId{victim}));
        QVERIFY(world.fleet->restart(model::system::InstanceId{victim}));
        QVERIFY(world.becomes(victim, InstanceState::Healthy));
    }
    static QCoro::Task<> keepAsking(Customer &customer, bool &ending, int &asked)
    {
        for (int number = 0; !ending; ++number) {
            ++asked;
            const bool tells = number % 4 == 0;
            const auto id = QString::number(number);
            if (tells) {
                const auto told = co_await customer.send(front, u"POST /tell/{id}"_s, id);
                if (told)
                    continue;
            } else {
                const auto answer = co_await customer.send(front, u"GET /ask/{id}"_s, id);
                if (answer)
                    continue;
            }
            const auto rested = co_await customer.rest(2ms); // as nobody is there
            if (!rested)
                co_return;
        }
    }
};

QTEST_GUILESS_MAIN(TestChurn)
#include "tst_churn.moc"
