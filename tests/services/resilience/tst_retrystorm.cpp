// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain.h"

#include <QTest>

#include <cmath>

using namespace services::resilience;
using namespace std::chrono_literals;
using namespace tests;
using model::operation::RetryOn;
using model::operation::RetryPolicy;
using services::contract::Caller;

namespace {

constexpr int attempts = 4;
constexpr int customersPerSecond = 100;

RetryPolicy naive()
{
    RetryPolicy retry;
    retry.on = RetryOn::CalleeFailures;
    retry.attempts = attempts;
    retry.backoff = 0ms;
    retry.hasBudget = false;
    return retry;
}

RetryPolicy withBudget()
{
    RetryPolicy retry = naive();
    retry.hasBudget = true;
    retry.budgetShare = 0.2;
    retry.budgetPerSecond = 1;
    return retry;
}

// Serves what it is asked by asking somebody else in turn.
class Between final : public Caller
{
public:
    Between(std::unique_ptr<Caller> next, CapabilityId whom)
        : m_next(std::move(next))
        , m_whom(std::move(whom))
    {
    }
    QCoro::Task<Result<Reply>> call(Request request) override
    {
        request.endpoint.capability = m_whom;
        auto answer = co_await m_next->call(std::move(request));
        co_return answer;
    }

private:
    std::unique_ptr<Caller> m_next;
    CapabilityId m_whom;
};

// Customers ask the storefront, which asks orders, which ask payments, each with the same retries.
class Shop
{
public:
    explicit Shop(const RetryPolicy &retry)
    {
        CallPolicies policies;
        policies.retry = retry;
        m_board = std::make_shared<PolicyBoard>(Chain::bookOf(policies));
        auto payments = std::make_unique<support::ScriptedCaller>(m_script);
        auto orders = std::make_unique<Between>(policed(std::move(payments), {u"orders"_s}),
                                                CapabilityId{u"payments"_s});
        m_storefront = policed(std::move(orders), {u"storefront"_s});
        answerWell();
    }
    ~Shop() { m_scope.cancel(); }

    void fail() { m_script.answers = {failure(Kind::Unavailable, u"Payments are not well"_s)}; }
    void answerWell() { m_script.answers = {Reply{}}; }

    // How many requests reach payments for each customer who comes within so many seconds.
    double requestsPerCustomer(int seconds)
    {
        const auto before = m_script.asked.size();
        for (int customer = 0; customer < seconds * customersPerSecond; ++customer) {
            m_scope.spawn(checkOut());
            m_timers.advance(std::chrono::nanoseconds(1s) / customersPerSecond);
        }
        const auto reached = m_script.asked.size() - before;
        return double(reached) / (seconds * customersPerSecond);
    }

private:
    std::unique_ptr<Caller> policed(std::unique_ptr<Caller> next, const CapabilityId &who)
    {
        PolicyCaller::Means means{{m_recorder, m_scope, m_timers}, m_board, 1, {}};
        return std::make_unique<PolicyCaller>(std::move(next), who, std::move(means));
    }
    QCoro::Task<> checkOut()
    {
        Request request = requestOf(u"POST /orders"_s, "a key");
        request.endpoint.capability = {u"orders"_s};
        [[maybe_unused]] const auto ended = co_await m_storefront->call(std::move(request));
    }

    support::FakeClock m_clock;
    support::FakeTimers m_timers{m_clock};
    WaitScope m_scope;
    services::telemetry::Recorder m_recorder{m_clock, {{u"shop"_s}, 1, 0.0}};
    support::Script m_script;
    std::shared_ptr<PolicyBoard> m_board;
    std::unique_ptr<Caller> m_storefront;
};

} // namespace

// What retries add to the load of something that fails, over two layers: they multiply (Google, Site
// Reliability Engineering, ch. 22, "Retries"), unless they have a budget.
class TestRetryStorm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void naiveRetriesMultiplyFromLayerToLayer()
    {
        Shop shop(naive());
        QCOMPARE(shop.requestsPerCustomer(10), 1.0);
        shop.fail();
        QCOMPARE(shop.requestsPerCustomer(10), std::pow(attempts, 2));
        shop.answerWell();
        QCOMPARE(shop.requestsPerCustomer(10), 1.0);
    }

    void aBudgetKeepsThemToItsShare()
    {
        Shop shop(withBudget());
        QCOMPARE(shop.requestsPerCustomer(10), 1.0);
        shop.fail();
        const double during = shop.requestsPerCustomer(60);
        // A fifth and one a second in each layer: 1.21 times 1.208, at 100 customers a second.
        QVERIFY2(during > 1.40 && during < 1.48, qPrintable(QString::number(during)));
        shop.answerWell();
        QCOMPARE(shop.requestsPerCustomer(10), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestRetryStorm)
#include "tst_retrystorm.moc"
