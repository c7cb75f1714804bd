// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/verification/observation.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::verification;
using services::load::JourneyResult;
using services::load::Outcome;

namespace {

const JourneyId buy{u"buy"_s};

} // namespace

// What customers were told of the attempts that count, and of no others.
class TestObservation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_observation = Observation(m_begin, 20s); }
    void tellsOfTheAttemptsThatCount();
    void tellsWhoStillWaits();
    void tellsOfFallbacksWhereNothingHasFailed();
    void tellsNothingOfWhatIsWell();

private:
    // Each took a second.
    void ends(int times, std::chrono::seconds at, Outcome outcome, const QString &message = {});
    void waits(quint64 attempt, std::chrono::seconds at);
    void give(const JourneyResult &result);
    QString trouble(std::chrono::seconds now) const
    {
        return m_observation.commonestTrouble(buy, m_observation.tally(buy, m_begin + now, 2s));
    }

    const Instant m_begin{1h};
    Observation m_observation{m_begin, 20s};
    quint64 m_attempts = 0;
};

void TestObservation::give(const JourneyResult &result)
{
    services::load::LoadBatch batch;
    batch.results.push_back(result);
    m_observation.take(batch);
}

void TestObservation::ends(int times, std::chrono::seconds at, Outcome outcome, const QString &message)
{
    for (int i = 0; i < times; ++i) {
        JourneyResult result;
        result.attempt = ++m_attempts;
        result.journey = buy;
        result.intendedStart = m_begin + at - 1s;
        result.duration = 1s;
        result.outcome = outcome;
        result.message = message;
        give(result);
    }
}

void TestObservation::waits(quint64 attempt, std::chrono::seconds at)
{
    JourneyResult result;
    result.attempt = attempt;
    result.journey = buy;
    result.intendedStart = m_begin + at - 1s;
    result.duration = 1s;
    result.outcome = Outcome::Degraded;
    result.late = true;
    result.pending = true;
    give(result);
}

void TestObservation::tellsOfTheAttemptsThatCount()
{
    ends(40, 2s, Outcome::Failed, u"POST /orders: refused"_s);
    ends(5, 10s, Outcome::Ok);
    ends(6, 11s, Outcome::Failed, u"POST /orders: too slow"_s);
    QCOMPARE(trouble(11s), u"6 x POST /orders: too slow"_s);
    ends(6, 31s, Outcome::Ok);
    QCOMPARE(trouble(31s), QString());
}

void TestObservation::tellsWhoStillWaits()
{
    for (quint64 attempt = 101; attempt <= 107; ++attempt)
        waits(attempt, 5s);
    QCOMPARE(trouble(5s), u"7 x still waits"_s);
    ends(6, 6s, Outcome::Ok);
    QCOMPARE(trouble(6s), u"7 x still waits"_s);
    JourneyResult lost;
    lost.attempt = 101;
    lost.journey = buy;
    lost.intendedStart = m_begin + 4s;
    lost.duration = 2s;
    lost.outcome = Outcome::Failed;
    lost.late = true;
    lost.message = u"GET /orders: lost"_s;
    give(lost); // and so will be those who wait, the monitor says
    QCOMPARE(m_observation.tally(buy, m_begin + 6s, 2s).failed(), 7);
    QCOMPARE(trouble(6s), u"6 x still waits"_s);
}

void TestObservation::tellsOfFallbacksWhereNothingHasFailed()
{
    ends(6, 5s, Outcome::Degraded, u"GET /search: remembered answers"_s);
    QCOMPARE(trouble(5s), u"6 x GET /search: remembered answers"_s);
    ends(1, 6s, Outcome::Failed, u"GET /search: refused"_s);
    QCOMPARE(trouble(6s), u"1 x GET /search: refused"_s);
}

void TestObservation::tellsNothingOfWhatIsWell()
{
    QCOMPARE(trouble(1s), QString());
    ends(6, 5s, Outcome::Ok);
    QCOMPARE(trouble(5s), QString());
}

QTEST_GUILESS_MAIN(TestObservation)
#include "tst_observation.moc"
