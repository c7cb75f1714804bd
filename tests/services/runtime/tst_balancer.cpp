// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/runtime/balancer.h>

#include <QTest>

#include <tests/support/fakeclock.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace services::runtime;
using namespace std::chrono_literals;
using model::system::CapabilityId;
using services::transport::Lease;

namespace {

const CapabilityId catalogue{u"catalogue"_s};

std::shared_ptr<Target> target(const QString &instance, quint16 port)
{
    auto made = std::make_shared<Target>();
    made->instance = {instance};
    made->address.port = port;
    return made;
}

struct Routes
{
    Routes() { publish({one, two, three}); }
    void publish(std::vector<std::shared_ptr<Target>> targets)
    {
        auto table = std::make_shared<RoutingTable>();
        table->version = board->version() + 1;
        table->targets.insert(catalogue, std::move(targets));
        board->publish(table);
    }
    QString pick()
    {
        auto lease = balancer.pick(catalogue);
        if (!lease)
            return u"none"_s;
        const QString name = lease->instance().value;
        leases.push_back(std::move(*lease));
        return name;
    }
    void refuse(const std::shared_ptr<Target> &refusing)
    {
        const Lease lease(refusing->address, refusing->instance, {});
        balancer.refused(lease, {});
    }

    tests::support::FakeClock clock;
    std::shared_ptr<RouteBoard> board = std::make_shared<RouteBoard>();
    std::shared_ptr<Target> one = target(u"one"_s, 1001);
    std::shared_ptr<Target> two = target(u"two"_s, 1002);
    std::shared_ptr<Target> three = target(u"three"_s, 1003);
    Balancer balancer{board, clock, {1s, 0}};
    std::vector<Lease> leases;
};

} // namespace

class TestBalancer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsNobodyWithoutATable()
    {
        const tests::support::FakeClock clock;
        Balancer balancer(std::make_shared<RouteBoard>(), clock, {});
        QVERIFY(!balancer.pick(catalogue));
    }

    void takesTurnsAmongEquals()
    {
        Routes routes;
        QStringList picked;
        for (int i = 0; i < 6; ++i) {
            picked.append(routes.pick());
            routes.leases.clear();
        }
        picked.sort();
        QCOMPARE(picked, (QStringList{u"one"_s, u"one"_s, u"three"_s, u"three"_s, u"two"_s, u"two"_s}));
    }

    void choosesTheFewestOutstandingOfAllCallers()
    {
        Routes routes;
        routes.one->outstanding = 5; // others' requests
        routes.two->outstanding = 2;
        routes.three->outstanding = 7;
        QCOMPARE(routes.pick(), u"two"_s);
        QCOMPARE(routes.pick(), u"two"_s);
        QCOMPARE(routes.pick(), u"two"_s);
        QCOMPARE(routes.two->outstanding.load(), 5);
    }

    void countsARequestForAsLongAsItsLeaseLives()
    {
        Routes routes;
        routes.publish({routes.one});
        routes.pick();
        routes.pick();
        QCOMPARE(routes.one->outstanding.load(), 2);
        routes.leases.clear();
        QCOMPARE(routes.one->outstanding.load(), 0);
    }

    void avoidsWhoRefused()
    {
        Routes routes;
        routes.two->outstanding = 1;
        routes.three->outstanding = 2;
        QCOMPARE(routes.pick(), u"one"_s);
        routes.refuse(routes.one);
        routes.leases.clear();
        QCOMPARE(routes.pick(), u"two"_s);
        routes.refuse(routes.two);
        QCOMPARE(routes.pick(), u"three"_s);
        routes.refuse(routes.three);
        QCOMPARE(routes.pick(), u"none"_s);
    }

    void forgetsARefusalAfterAWhileOrAtNews_data()
    {
        QTest::addColumn<bool>("news");
        QTest::newRow("after a while") << false;
        QTest::newRow("at news") << true;
    }
    void forgetsARefusalAfterAWhileOrAtNews()
    {
        QFETCH(bool, news);
        Routes routes;
        routes.publish({routes.one});
        QCOMPARE(routes.pick(), u"one"_s);
        routes.refuse(routes.one);
        QCOMPARE(routes.pick(), u"none"_s);
        if (news)
            routes.publish({routes.one});
        else
            routes.clock.advance(1s);
        QCOMPARE(routes.pick(), u"one"_s);
    }

    void doesNotMistakeANewIncarnationForTheOneThatRefused()
    {
        Routes routes;
        routes.publish({routes.one});
        QCOMPARE(routes.pick(), u"one"_s);
        routes.refuse(target(u"one"_s, 999)); // an earlier port
        QCOMPARE(routes.pick(), u"one"_s);
    }

    void followsTheTable()
    {
        Routes routes;
        routes.publish({routes.three});
        QCOMPARE(routes.pick(), u"three"_s);
        routes.publish({});
        QCOMPARE(routes.pick(), u"none"_s);
        QVERIFY(!routes.balancer.pick({u"unheard of"_s}));
    }

    void givesNothingToWhoIsClosedEvenWithAnOldTable()
    {
        Routes routes;
        routes.publish({routes.one, routes.two});
        routes.two->outstanding = 3;
        routes.one->open = false;
        QCOMPARE(routes.pick(), u"two"_s);
        QCOMPARE(routes.one->outstanding.load(), 0);
        routes.two->open = false;
        QCOMPARE(routes.pick(), u"none"_s);
        QCOMPARE(routes.two->outstanding.load(), 4);
    }

    // The promise of draining: once it is closed and nothing is outstanding, nobody comes any more.
    void neverLetsAnybodyInAfterItWasClosedAndQuiet()
    {
        for (int round = 0; round < 100; ++round) {
            const auto only = target(u"one"_s, 1001);
            std::atomic<bool> quiet{false};
            std::atomic<int> tooLate{0};
            Routes routes;
            routes.publish({only});
            std::vector<std::thread> callers;
            for (int i = 0; i < 3; ++i) {
                callers.emplace_back([&] {
                    const tests::support::FakeClock clock;
                    Balancer balancer(routes.board, clock, {});
                    while (const auto lease = balancer.pick(catalogue))
                        tooLate += quiet ? 1 : 0;
                });
            }
            std::this_thread::yield();
            only->open = false;
            while (only->outstanding != 0)
                std::this_thread::yield();
            quiet = true;
            for (auto &caller : callers)
                caller.join();
            QCOMPARE(tooLate.load(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestBalancer)
#include "tst_balancer.moc"
