// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/livepicture.h>

#include <QTest>

#include <tests/support/shop.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;
using namespace app::graph;
using model::layout::NodeKind;
using services::load::Outcome;
using services::platform::FleetSnapshot;
using Moment = RequestDots::Moment;

// How many dots set out along the lines for what is measured.
class TestTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_picture = LivePicture(m_shop.system, m_shop.microservices); }

    void eachRequestIsADotWhereThereAreFew()
    {
        const auto dots = run(fleetWith({{u"orders"_s, u"payments"_s, 2, 0}}), 10);
        QVERIFY(isAbout(dots[payments].requests, 20));
        QCOMPARE(dots[catalogue].requests, 0); // nobody calls there
    }

    void ofManyTheSameShareIsDrawnOnEachLineAndEvenly()
    {
        const auto fleet
            = fleetWith({{u"orders"_s, u"payments"_s, 900, 0}, {u"cart"_s, u"catalogue"_s, 300, 0}});
        int most = 0;
        int least = 1000;
        std::vector<Dots> all(lines);
        for (int second = 0; second < 60; ++second) {
            const auto dots = run(fleet, 1);
            most = std::max(most, dots[payments].requests);
            least = std::min(least, dots[payments].requests);
            for (size_t line = 0; line < lines; ++line)
                all[line].requests += dots[line].requests;
        }
        QVERIFY2(most - least <= 2 && least > 0, qPrintable(u"%1 to %2"_s.arg(least).arg(most)));
        QVERIFY(all[payments].requests < 60 * 20); // a movement, not a line
        QVERIFY2(std::abs(all[payments].requests - 3 * all[catalogue].requests) <= 3,
                 qPrintable(u"%1 and %2"_s.arg(all[payments].requests).arg(all[catalogue].requests)));
    }

    void someFailureIsAlwaysSeen_data()
    {
        QTest::addColumn<double>("requests");
        QTest::addColumn<double>("failed");
        QTest::addColumn<int>("seen"); // in ten seconds
        QTest::addRow("none fails") << 1000.0 << 0.0 << 0;
        QTest::addRow("one a second of a thousand") << 1000.0 << 1.0 << 10;
        QTest::addRow("one in ten seconds of a thousand a second") << 1000.0 << 0.1 << 1;
        QTest::addRow("a fifth of a thousand") << 1000.0 << 200.0 << 30;
        QTest::addRow("all of few") << 2.0 << 2.0 << 20;
        QTest::addRow("all of many") << 1000.0 << 1000.0 << 90;
    }
    void someFailureIsAlwaysSeen()
    {
        QFETCH(double, requests);
        QFETCH(double, failed);
        QFETCH(int, seen);
        const auto dots = run(fleetWith({{u"orders"_s, u"payments"_s, requests, failed}}), 10.2);
        QCOMPARE(dots[payments].failed == 0, seen == 0);
        QVERIFY2(isAbout(dots[payments].failed, seen), qPrintable(QString::number(dots[payments].failed)));
        QVERIFY(dots[payments].requests >= dots[payments].failed);
    }

    void aFallbacksAnswersAreToldApart()
    {
        auto fleet = fleetWith({{u"orders"_s, u"payments"_s, 8, 0}});
        count(fleet, 100, 100); // when they came is not known
        QCOMPARE(run(fleet, 1)[payments].degraded, 0);
        int all = 0;
        int degraded = 0;
        for (quint64 second = 1; second <= 20; ++second) { // a quarter of those that come now
            count(fleet, 100 + 8 * second, 100 + 2 * second);
            const auto dots = run(fleet, 1);
            all += dots[payments].requests;
            degraded += dots[payments].degraded;
        }
        QVERIFY(isAbout(all, 160));
        QVERIFY2(isAbout(degraded, 40), qPrintable(QString::number(degraded)));
        count(fleet, 1000, 140); // and no more
        QVERIFY(run(fleet, 1)[payments].degraded <= 1); // which is left over
        QCOMPARE(run(fleet, 5)[payments].degraded, 0);
    }

    void whatFailsIsNotDegradedToo()
    {
        auto fleet = fleetWith({{u"orders"_s, u"payments"_s, 8, 6}});
        count(fleet, 0, 0);
        run(fleet, 1);
        count(fleet, 80, 80);
        const auto dots = run(fleet, 10);
        QVERIFY2(isAbout(dots[payments].failed, 60), qPrintable(QString::number(dots[payments].failed)));
        QVERIFY2(isAbout(dots[payments].degraded, 20), qPrintable(QString::number(dots[payments].degraded)));
    }

    void shoppersWhoGetAFallbackAreToldApart()
    {
        FleetSnapshot fleet;
        fleet.attempts.perSecond = 4;
        run(fleet, 1);
        services::load::JourneyResult result;
        for (const auto outcome : {Outcome::Ok, Outcome::Degraded, Outcome::Failed, Outcome::Degraded}) {
            result.outcome = outcome;
            fleet.results.push_back(result);
        }
        result.pending = true; // stands for one that is counted when it ends
        fleet.results.push_back(result);
        const auto dots = run(fleet, 10);
        QVERIFY(isAbout(dots[shoppers].requests, 40));
        QVERIFY2(isAbout(dots[shoppers].degraded, 20), qPrintable(QString::number(dots[shoppers].degraded)));
    }

private:
    enum Line : size_t
    {
        payments, // from orders
        catalogue, // from the cart
        shoppers, // to the storefront
        lines
    };
    struct Dots
    {
        int requests = 0;
        int degraded = 0;
        int failed = 0;
    };
    struct Calls
    {
        QString from;
        QString to;
        double perSecond = 0;
        double failedPerSecond = 0;
    };

    static NodeId unit(const QString &name) { return {NodeKind::Unit, name}; }
    static GraphScene scene()
    {
        using model::layout::EdgeKind;
        Layout layout;
        layout.edges = {{unit(u"orders"_s), unit(u"payments"_s), EdgeKind::Required, {}},
                        {unit(u"cart"_s), unit(u"catalogue"_s), EdgeKind::Required, {}},
                        {{NodeKind::Shoppers, {}}, unit(u"storefront"_s), EdgeKind::Required, {}}};
        return GraphScene(layout, {});
    }
    static FleetSnapshot fleetWith(const std::vector<Calls> &all)
    {
        FleetSnapshot fleet;
        for (const auto &calls : all) {
            services::platform::LinkSnapshot link;
            link.link = {{calls.from}, {{calls.to}, u"GET /"_s}};
            link.crossesUnits = true;
            link.calls.perSecond = calls.perSecond;
            link.calls.failedPerSecond = calls.failedPerSecond;
            fleet.links.push_back(link);
        }
        return fleet;
    }
    // What became of the calls from orders to payments so far.
    static void count(FleetSnapshot &fleet, quint64 all, quint64 degraded)
    {
        services::platform::CallSnapshot call;
        call.link = {{u"orders"_s}, {{u"payments"_s}, u"GET /"_s}};
        call.crossesUnits = true;
        call.calls = all;
        call.degraded = degraded;
        fleet.calls = {call};
    }
    // By line, while it stays so, ten times a second.
    std::vector<Dots> run(const FleetSnapshot &fleet, double seconds)
    {
        constexpr double period = 0.1;
        std::vector<Dots> dots(lines);
        for (int step = 0; step < static_cast<int>(std::lround(seconds / period)); ++step) {
            for (const auto &traffic : m_picture.traffic(m_scene, fleet, Moment(period))) {
                dots[traffic.edge].requests += traffic.requests;
                dots[traffic.edge].degraded += traffic.degraded;
                dots[traffic.edge].failed += traffic.failed;
            }
        }
        return dots;
    }
    static bool isAbout(int dots, int expected) { return std::abs(dots - expected) <= 2; }

    const tests::support::Shop m_shop;
    const GraphScene m_scene = scene();
    LivePicture m_picture{m_shop.system, m_shop.microservices};
};

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
