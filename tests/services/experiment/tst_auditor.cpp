// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/experiment/auditor.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using model::result::Kind;

namespace {

using Found = std::optional<Auditor::Books>;

QCoro::Task<> keep(QCoro::Task<Auditor::Books> task, Found *found)
{
    *found = co_await task;
}

QCoro::Task<Auditor::Books> readingOf(std::optional<Audit> audit)
{
    Auditor::Books books = std::move(audit);
    co_return books;
}

QCoro::Task<Auditor::Books> failing()
{
    Auditor::Books books = model::result::failure(Kind::Internal, u"No thread can be had"_s);
    co_return books;
}

AuditFinding finding(const QString &order)
{
    return {u"Monolith"_s, u"charged-twice"_s, order, u"Order %1 was charged twice"_s.arg(order)};
}

Audit books(int inFlight, std::vector<AuditFinding> wrong = {}, QStringList unread = {})
{
    Audit audit;
    audit.inFlight = inFlight;
    audit.wrong = std::move(wrong);
    audit.unread = std::move(unread);
    return audit;
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
    void whatOnlyOneReadingFindsIsNotWrong();
    void whatTheFirstReadingsDoNotFindIsWrongAllTheSame();
    void whatTheVeryLastReadingFindsIsLookedAtAgain();
    void doesNotWaitForBooksAtRest();
    void whatCannotBeReadAtAllEndsIt();
    void waitsForMessagesAsLongAsTheyGetFewer_data();
    void waitsForMessagesAsLongAsTheyGetFewer();
    void hasNothingToWaitForWithoutBooks();
    void endsWithItsScope();

private:
    void begin(std::function<std::optional<Audit>()> read);

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

void TestAuditor::begin(std::function<std::optional<Audit>()> read)
{
    Auditor::Read counted = [this, read = std::move(read)] {
        ++m_readings;
        return readingOf(read());
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
    QTest::addColumn<QString>("wrong"); // an order; empty: nothing
    QTest::addColumn<QStringList>("unread");
    QTest::newRow("purchases are settled") << 3 << QString() << QStringList();
    QTest::newRow("somebody was still writing") << 0 << u"order 1"_s << QStringList();
    QTest::newRow("a book was locked") << 0 << QString() << QStringList{u"busy"_s};
}

void TestAuditor::waitsUntilTheyBalance()
{
    QFETCH(int, inFlight);
    QFETCH(QString, wrong);
    QFETCH(QStringList, unread);
    const auto until = m_timers->now() + 9s; // a retry comes after 8 s
    const auto unbalanced = books(
        inFlight, wrong.isEmpty() ? std::vector<AuditFinding>() : std::vector{finding(wrong)}, unread);
    begin([&, until] { return m_timers->now() < until ? unbalanced : Audit(); });
    m_timers->advance(8900ms);
    QVERIFY(!m_found);
    m_timers->advance(300ms);
    QVERIFY(m_found.has_value());
    auto settled = books(0);
    settled.resolved = inFlight;
    settled.waited = 9s;
    QCOMPARE(**m_found, settled);
}

void TestAuditor::givesUpAfterItsPatience()
{
    begin([] { return books(2, {finding(u"order 1"_s)}); });
    m_timers->advance(14900ms);
    QVERIFY(!m_found);
    m_timers->advance(300ms);
    QVERIFY(m_found.has_value());
    auto unsettled = books(2, {finding(u"order 1"_s)});
    unsettled.waited = 15s;
    QCOMPARE(**m_found, unsettled);
}

// While shoppers come, each reading catches others in the middle of something.
void TestAuditor::whatOnlyOneReadingFindsIsNotWrong()
{
    begin([this] { return books(1, {finding(u"always"_s), finding(QString::number(m_readings))}); });
    m_timers->advance(16s);
    QVERIFY(m_found.has_value());
    QCOMPARE((**m_found)->wrong, std::vector{finding(u"always"_s)});
}

// As long as a message waits, what it was to bring about may still come: only then is it known to be lost.
void TestAuditor::whatTheFirstReadingsDoNotFindIsWrongAllTheSame()
{
    begin([this] {
        Audit audit;
        audit.waiting = m_readings < 3 ? 1 : 0;
        if (audit.waiting == 0)
            audit.wrong = {finding(u"late"_s)};
        return audit;
    });
    m_timers->advance(16s);
    QVERIFY(m_found.has_value());
    QCOMPARE((**m_found)->wrong, std::vector{finding(u"late"_s)});
}

void TestAuditor::whatTheVeryLastReadingFindsIsLookedAtAgain()
{
    const auto until = m_timers->now() + 15s;
    begin([&, until] { return m_timers->now() < until ? books(1) : books(1, {finding(u"late"_s)}); });
    m_timers->advance(16s);
    QVERIFY(m_found.has_value());
    QCOMPARE((**m_found)->wrong, std::vector{finding(u"late"_s)});
}

void TestAuditor::doesNotWaitForBooksAtRest()
{
    const auto settledAt = m_timers->now() + 2s;
    begin([&, settledAt] { return books(m_timers->now() < settledAt ? 1 : 0, {finding(u"order 1"_s)}); });
    m_timers->advance(11900ms);
    QVERIFY(!m_found);
    m_timers->advance(300ms);
    QVERIFY(m_found.has_value());
    QCOMPARE((**m_found)->wrong, std::vector{finding(u"order 1"_s)});
    QCOMPARE((**m_found)->resolved, 1);
}

void TestAuditor::whatCannotBeReadAtAllEndsIt()
{
    m_scope->spawn(keep(m_auditor->settled([] { return failing(); }), &m_found));
    QVERIFY(m_found.has_value());
    QCOMPARE(m_found->error().kind, Kind::Internal);
}

void TestAuditor::waitsForMessagesAsLongAsTheyGetFewer_data()
{
    QTest::addColumn<int>("stuck"); // so many are never fetched
    QTest::addColumn<std::chrono::milliseconds>("end");
    QTest::newRow("all are fetched") << 0 << 6000ms;
    QTest::newRow("nobody fetches the last of them") << 2 << 4000ms + 2000ms;
}

void TestAuditor::waitsForMessagesAsLongAsTheyGetFewer()
{
    QFETCH(int, stuck);
    QFETCH(std::chrono::milliseconds, end);
    const auto begun = m_timers->now();
    begin([&, begun] {
        const auto fetched = (m_timers->now() - begun) / 1s; // one a second
        Audit audit;
        audit.waiting = std::max<qint64>(6 - fetched, stuck);
        return audit;
    });
    m_timers->advance(end - 300ms);
    QVERIFY(!m_found);
    m_timers->advance(600ms);
    QVERIFY(m_found.has_value());
    QCOMPARE((**m_found)->waiting, stuck);
    QVERIFY((**m_found)->balances());
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
    begin([] { return books(1); });
    m_timers->advance(1s);
    m_scope->cancel();
    QVERIFY(m_found.has_value());
    QCOMPARE(m_found->error().kind, Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestAuditor)
#include "tst_auditor.moc"
