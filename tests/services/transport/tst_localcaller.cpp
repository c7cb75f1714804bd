// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/localcaller.h>
#include <services/waiting/pending.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::contract::Instant;
using services::contract::Kind;
using services::contract::Reply;
using services::contract::Request;
using services::contract::Result;
using services::transport::LocalCaller;
using services::waiting::WaitScope;

// A deadline means the same within a unit as between units.
class TestLocalCaller : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_scope = std::make_unique<WaitScope>();
        m_answer.reset();
        m_served = 0;
    }
    void cleanup()
    {
        m_scope->cancel();
        QVERIFY(m_scope->isIdle());
    }

    void passesOnWhatIsAnsweredAtOnce()
    {
        m_takes = 0ns;
        ask(m_timers.now() + 1s);
        QVERIFY(m_answer && *m_answer);
        QCOMPARE((*m_answer)->status, 204);
        QCOMPARE(m_timers.planned(), std::size_t(0));
    }

    void passesOnWhatIsAnsweredInTime()
    {
        m_takes = 900ms;
        ask(m_timers.now() + 1s);
        m_timers.advance(899ms);
        QVERIFY(!m_answer);
        m_timers.advance(1ms);
        QVERIFY(m_answer && *m_answer);
        QCOMPARE(m_timers.planned(), std::size_t(0));
    }

    void passesOnFailures()
    {
        m_takes = 1ms;
        m_fails = true;
        ask(m_timers.now() + 1s);
        m_timers.advance(1ms);
        m_fails = false;
        QVERIFY(m_answer && !*m_answer);
        QCOMPARE(m_answer->error().kind, Kind::NotFound);
        QCOMPARE(m_answer->error().message, u"Not here"_s);
    }

    void nobodyWaitsBeyondTheDeadlineAndTheWorkGoesOn()
    {
        m_takes = 3s;
        ask(m_timers.now() + 1s);
        m_timers.advance(999ms);
        QVERIFY(!m_answer);
        m_timers.advance(1ms);
        QVERIFY(m_answer && !*m_answer);
        QCOMPARE(m_answer->error().kind, Kind::TimedOut);
        QCOMPARE(m_answer->error().message, u"back did not answer in time"_s);
        QCOMPARE(m_answer->error().subject, u"back"_s);
        QCOMPARE(m_served, 0);
        m_timers.advance(2s);
        QCOMPARE(m_served, 1);
        QVERIFY(m_scope->isIdle());
    }

    // Whoever could do without the last one has no time left to say so, as between units.
    void ofTwoWhoWaitEquallyLongTheOuterGivesUpFirst()
    {
        m_takes = 0ns;
        m_asksFurther = true;
        ask(m_timers.now() + 1s);
        m_timers.advance(1s);
        QVERIFY(m_answer && !*m_answer);
        QCOMPARE(m_answer->error().kind, Kind::TimedOut);
        QCOMPARE(m_served, 1); // without the last one, and too late
    }

    void withoutADeadlineItWaits()
    {
        m_takes = 24h;
        ask(Instant::max());
        m_timers.advance(23h);
        QVERIFY(!m_answer);
        m_timers.advance(1h);
        QVERIFY(m_answer && *m_answer);
    }

    void endsWithItsScope()
    {
        m_takes = 3s;
        ask(m_timers.now() + 1s);
        m_scope->cancel();
        QVERIFY(m_answer && !*m_answer);
        QCOMPARE(m_answer->error().kind, Kind::Cancelled);
        QVERIFY(m_scope->isIdle());
    }

private:
    QCoro::Task<Result<Reply>> serve(Request request)
    {
        if (std::exchange(m_asksFurther, false)) {
            m_takes = 3s;
            std::ignore = co_await m_caller->call(std::move(request));
            m_takes = 0ns;
        }
        if (m_takes > 0ns) {
            const auto slept = co_await services::waiting::sleepFor(*m_scope, m_timers, m_takes);
            if (!slept)
                co_return services::contract::failure(slept.error());
        }
        ++m_served;
        if (m_fails)
            co_return services::contract::failure(Kind::NotFound, u"Not here"_s);
        co_return Reply::noContent();
    }
    QCoro::Task<> keepAnswer(Request request) { m_answer = co_await m_caller->call(std::move(request)); }
    void ask(Instant deadline)
    {
        Request request;
        request.endpoint = {{u"back"_s}, u"GET /answer"_s};
        request.context.deadline = deadline;
        m_caller = std::make_unique<LocalCaller>([this](Request asked) { return serve(std::move(asked)); },
                                                 *m_scope, m_timers);
        m_scope->spawn(keepAnswer(std::move(request)));
    }

    tests::support::FakeClock m_clock;
    tests::support::FakeTimers m_timers{m_clock};
    std::unique_ptr<WaitScope> m_scope;
    std::unique_ptr<LocalCaller> m_caller;
    std::chrono::nanoseconds m_takes{0};
    bool m_fails = false;
    bool m_asksFurther = false;
    int m_served = 0;
    std::optional<Result<Reply>> m_answer;
};

QTEST_GUILESS_MAIN(TestLocalCaller)
#include "tst_localcaller.moc"
