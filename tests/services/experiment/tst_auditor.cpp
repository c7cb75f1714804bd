// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/experiment/auditor.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using model::result::Kind;
using model::result::Result;

namespace {

using Found = std::optional<Result<std::optional<Audit>>>;

QCoro::Task<> keep(QCoro::Task<Result<std::optional<Audit>>> task, Found *found)
{
    *found = co_await task;
}

} // namespace

// How long the books are given to balance, on a test's clock.
class TestAuditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void endsAtOnceWhenTheyBalance();
    void waitsUntilTheyBalance_data();
    void waitsUntilTheyBalance();
    void givesUpAfterItsPatience();
    void hasNothingToWaitForWithoutBooks();
    void endsWithItsScope();

private:
    void begin(Auditor::Read read);

    std::unique_ptr<tests::support::FakeClock> m_clock;
    std::unique_ptr<tests::support::FakeTimers> m_timers;
    std::unique_ptr<services::waiting::WaitScope> m_scope;
    std::unique_ptr<Auditor> m_auditor;
    Found m_found;
    int m_readings = 0;
};

void TestAuditor::init()
{
    m_clock = std::make_unique<tests::support::FakeClock>();
    m_timers = std::make_unique<tests::support::FakeTimers>(*m_clock);
    m_scope = std::make_unique<services::waiting::WaitScope>();
    m_auditor = std::make_unique<Auditor>(*m_scope, *m_timers, Auditor::Options());
    m_found.reset();
    m_readings = 0;
}

void TestAuditor::cleanup()
{
    m_scope->cancel();
    QVERIFY(m_scope->isIdle());
}

void TestAuditor::begin(Auditor::Read read)
{
    Auditor::Read counted = [this, read = std::move(read)] {
        ++m_readings;
        return read();
    };
    m_scope->spawn(keep(m_auditor->settled(std::move(counted)), &m_found));
}

void TestAuditor::endsAtOnceWhenTheyBalance()
{
    begin([] { return Audit(); });
    QVERIFY(m_found.has_value());
    QCOMPARE(**m_found, Audit());
    QCOMPARE(m_readings, 1);
}

void TestAuditor::waitsUntilTheyBalance_data()
{
    QTest::addColumn<int>("inFlight");
    QTest::addColumn<QStringList>("wrong");
    QTest::addColumn<QStringList>("unread");
    QTest::newRow("purchases are settled") << 3 << QStringList() << QStringList();
    QTest::newRow("somebody was still writing") << 0 << QStringList{u"order 1"_s} << QStringList();
    QTest::newRow("a book was locked") << 0 << QStringList() << QStringList{u"busy"_s};
}

void TestAuditor::waitsUntilTheyBalance()
{
    QFETCH(int, inFlight);
    QFETCH(QStringList, wrong);
    QFETCH(QStringList, unread);
    const auto until = m_timers->now() + 9s; // a retry comes after 8 s
    begin([&, until] { return m_timers->now() < until ? Audit{inFlight, 0, wrong, unread} : Audit(); });
    m_timers->advance(8900ms);
    QVERIFY(!m_found);
    m_timers->advance(300ms);
    QVERIFY(m_found.has_value());
    QCOMPARE(**m_found, (Audit{0, inFlight, {}, {}, 9s}));
}

void TestAuditor::givesUpAfterItsPatience()
{
    begin([] { return Audit{2, 0, {u"order 1"_s}, {}}; });
    m_timers->advance(14900ms);
    QVERIFY(!m_found);
    m_timers->advance(300ms);
    QVERIFY(m_found.has_value());
    QCOMPARE(**m_found, (Audit{2, 0, {u"order 1"_s}, {}, 15s}));
}

void TestAuditor::hasNothingToWaitForWithoutBooks()
{
    begin([] { return std::nullopt; });
    QVERIFY(m_found.has_value() && m_found->has_value());
    QVERIFY(!m_found->value());
    QCOMPARE(m_readings, 1);
}

void TestAuditor::endsWithItsScope()
{
    begin([] { return Audit{1, 0, {}, {}}; });
    m_timers->advance(1s);
    m_scope->cancel();
    QVERIFY(m_found.has_value());
    QCOMPARE(m_found->error().kind, Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestAuditor)
#include "tst_auditor.moc"
