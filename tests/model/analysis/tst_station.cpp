// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/delay.h>
#include <model/analysis/erlang.h>
#include <model/analysis/station.h>

#include <QTest>
#include <queue>

#include <cmath>
#include <deque>
#include <functional>
#include <random>

using namespace Qt::StringLiterals;
using namespace model::analysis;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool isNear(double actual, double expected, double share)
{
    return std::abs(actual - expected) <= share * std::abs(expected);
}

// The station itself, played event by event: groups arrive at random, each request goes to the instance with
// the fewest, works for an exponential time, and waits first come, first served. Answers the mean wait of
// the first of each group.
class Play
{
public:
    Play(const Station &station, std::uint64_t seed)
        : m_station(station)
        , m_random(seed)
        , m_instances(static_cast<std::size_t>(station.instances))
    {
    }

    double meanWait(int arrivals)
    {
        for (const auto &flow : m_station.flows)
            schedule(flow);
        while (m_waited < arrivals) {
            const auto event = m_events.top();
            m_events.pop();
            m_now = event.at;
            event.happens();
        }
        return m_sum / m_waited;
    }

private:
    struct Request
    {
        double since;
        double work;
        bool counts;
    };
    struct Instance
    {
        int busy = 0;
        std::deque<Request> queue;
    };
    struct Event
    {
        double at;
        std::function<void()> happens;
        bool operator<(const Event &other) const { return at > other.at; }
    };

    double exponential(double mean) { return std::exponential_distribution<double>(1 / mean)(m_random); }

    void schedule(const JobFlow &flow)
    {
        const double gap = exponential(flow.groupSize / flow.perSecond);
        m_events.push({m_now + gap, [this, &flow] {
                           for (int i = 0; i < static_cast<int>(flow.groupSize); ++i)
                               arrive({m_now, exponential(flow.serviceSeconds), i == 0});
                           schedule(flow);
                       }});
    }
    void arrive(Request request)
    {
        ++m_turn;
        Instance *best = nullptr;
        for (std::size_t i = 0; i < m_instances.size(); ++i) {
            auto &instance = m_instances[(m_turn + i) % m_instances.size()];
            if (best == nullptr || outstanding(instance) < outstanding(*best))
                best = &instance;
        }
        if (best->busy < m_station.workersEach) {
            ++best->busy;
            begin(*best, request);
        } else {
            best->queue.push_back(request);
        }
    }
    static std::size_t outstanding(const Instance &instance)
    {
        return static_cast<std::size_t>(instance.busy) + instance.queue.size();
    }
    void begin(Instance &instance, Request request)
    {
        if (request.counts) {
            m_sum += m_now - request.since;
            ++m_waited;
        }
        m_events.push({m_now + request.work, [this, &instance] {
                           if (instance.queue.empty()) {
                               --instance.busy;
                               return;
                           }
                           const auto next = instance.queue.front();
                           instance.queue.pop_front();
                           begin(instance, next);
                       }});
    }

    const Station &m_station;
    std::mt19937_64 m_random;
    std::vector<Instance> m_instances;
    std::priority_queue<Event> m_events;
    double m_now = 0;
    double m_sum = 0;
    int m_waited = 0;
    std::size_t m_turn = 0;
};

} // namespace

class TestStation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // One and two servers by hand; the others are those of any table of Erlang's formulas.
    void erlangsFormulasAgreeWithTheTables_data()
    {
        QTest::addColumn<int>("servers");
        QTest::addColumn<double>("erlangs");
        QTest::addColumn<double>("blocked");
        QTest::addColumn<double>("waits");
        QTest::newRow("nobody comes") << 3 << 0.0 << 0.0 << 0.0;
        QTest::newRow("one server") << 1 << 0.5 << 1.0 / 3 << 0.5;
        QTest::newRow("two servers at half load") << 2 << 1.0 << 0.2 << 1.0 / 3;
        QTest::newRow("five servers, three erlangs") << 5 << 3.0 << 0.11005 << 0.23615;
        QTest::newRow("ten servers, eight erlangs") << 10 << 8.0 << 0.12166 << 0.40918;
        QTest::newRow("a full grade of service: 10 lines block 1 % of 4.461 erlangs")
            << 10 << 4.461 << 0.0100 << 0.01791;
        QTest::newRow("more than they can do") << 2 << 3.0 << 0.52941 << 1.0;
    }
    void erlangsFormulasAgreeWithTheTables()
    {
        QFETCH(int, servers);
        QFETCH(double, erlangs);
        QFETCH(double, blocked);
        QFETCH(double, waits);
        QVERIFY2(std::abs(erlangB(servers, erlangs) - blocked) < 5e-5,
                 qPrintable(QString::number(erlangB(servers, erlangs), 'g', 8)));
        QVERIFY2(std::abs(erlangC(servers, erlangs) - waits) < 5e-5,
                 qPrintable(QString::number(erlangC(servers, erlangs), 'g', 8)));
    }

    void manyServersNeverOverflow() { QVERIFY(isNear(erlangB(5000, 5000), 0.01122, 0.01)); }

    void waitsAsTheTextbooksSay_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<std::vector<JobFlow>>("flows");
        QTest::addColumn<double>("wait");
        using Flows = std::vector<JobFlow>;
        QTest::newRow("M/M/1: rho / (mu - lambda)") << 1 << Flows{{80, 1, 0.01}} << 0.04;
        QTest::newRow("M/M/2: rho^2 / (1 - rho^2) of the work") << 2 << Flows{{100, 1, 0.01}} << 0.01 / 3;
        QTest::newRow("M/G/1, Pollaczek and Khinchine: lambda E[S^2] / 2 (1 - rho)")
            << 1 << Flows{{10, 1, 0.01}, {5, 1, 0.1}} << (10 * 2e-4 + 5 * 2e-2) / 2 / (1 - 0.6);
        QTest::newRow("groups of four at one worker: the first waits rho (E + 1) / 2 (mu - lambda)")
            << 1 << Flows{{50, 4, 0.01}} << 0.01 * 0.5 * 2.5 / 0.5;
        QTest::newRow("full") << 2 << Flows{{200, 1, 0.01}} << infinity;
        QTest::newRow("nobody comes") << 2 << Flows{} << 0.0;
        QTest::newRow("no work") << 2 << Flows{{100, 1, 0}} << 0.0;
    }
    void waitsAsTheTextbooksSay()
    {
        QFETCH(int, workers);
        QFETCH(std::vector<JobFlow>, flows);
        QFETCH(double, wait);
        const Station station{1, workers, flows};
        const double actual = station.meanWait();
        QVERIFY2(actual == wait || isNear(actual, wait, 1e-9), qPrintable(QString::number(actual)));
    }

    // The approximations against the thing itself; the tolerance is what the approximation is worth.
    void waitsAsWhenPlayed_data()
    {
        QTest::addColumn<Station>("station");
        QTest::addColumn<double>("tolerance");
        using Flows = std::vector<JobFlow>;
        QTest::newRow("four workers") << Station{1, 4, Flows{{300, 1, 0.01}}} << 0.06;
        QTest::newRow("four workers, two sorts of work")
            << Station{1, 4, Flows{{150, 1, 0.005}, {150, 1, 0.015}}} << 0.06;
        QTest::newRow("two instances of one worker at 70 %") << Station{2, 1, Flows{{140, 1, 0.01}}} << 0.1;
        QTest::newRow("two instances of two workers at 85 %") << Station{2, 2, Flows{{340, 1, 0.01}}} << 0.1;
        QTest::newRow("three instances of two workers at 70 %")
            << Station{3, 2, Flows{{420, 1, 0.01}}} << 0.1;
        QTest::newRow("six instances of four workers at 85 %")
            << Station{6, 4, Flows{{2040, 1, 0.01}}} << 0.15;
        QTest::newRow("two workers, a third of the requests in fours")
            << Station{1, 2, Flows{{100, 1, 0.01}, {50, 4, 0.01}}} << 0.1;
    }
    void waitsAsWhenPlayed()
    {
        QFETCH(Station, station);
        QFETCH(double, tolerance);
        const double played = Play(station, 7).meanWait(150'000);
        QVERIFY2(isNear(station.meanWait(), played, tolerance),
                 qPrintable(u"predicted %1, played %2"_s.arg(station.meanWait()).arg(played)));
    }

    void moreWorkersNeverMakeItWorse()
    {
        double before = infinity;
        for (int instances = 1; instances <= 8; ++instances) {
            const Station station{instances, 2, {{150, 1, 0.0125}}};
            QVERIFY(station.meanWait() < before);
            before = station.meanWait();
        }
    }

    void sumsOfTimesKeepTheirMeans()
    {
        Delay delay(0.001, 3000);
        delay.addFixed(0.0123);
        delay.addExponential(0.05);
        delay.addMaybe(0.25, 0.1);
        QVERIFY(isNear(delay.mean(), 0.0123 + 0.05 + 0.025, 1e-6));
    }

    // One exponential: -m ln(1 - q). A sum of four alike ones (Erlang-4): 0.95 at 7.7537 of their mean.
    void quantilesAreThoseOfTheDistribution()
    {
        Delay one(0.0005, 4000);
        one.addExponential(0.05);
        QVERIFY(isNear(one.quantile(0.95), -0.05 * std::log(0.05), 0.02));
        Delay four(0.0005, 4000);
        for (int i = 0; i < 4; ++i)
            four.addExponential(0.05);
        QVERIFY(isNear(four.quantile(0.95), 0.05 * 7.7537, 0.01));
    }

    void aMixtureIsBetweenItsParts()
    {
        Delay mixed(0.001, 2000);
        Delay longer = mixed;
        longer.addFixed(0.4);
        mixed.mix(longer, 0.25);
        QVERIFY(isNear(mixed.mean(), 0.1, 1e-6));
        QCOMPARE(mixed.quantile(0.5), 0.0);
        QVERIFY(isNear(mixed.quantile(0.9), 0.4, 1e-6));
    }
};

QTEST_APPLESS_MAIN(TestStation)
#include "tst_station.moc"
