// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/httpcaller.h>
#include <services/transport/httpserver.h>
#include <services/transport/localcaller.h>
#include <services/transport/wire.h>
#include <services/waiting/looptimers.h>

#include <QJsonObject>
#include <QTest>

#include <tests/support/fakeclock.h>
#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using namespace services::transport;
using namespace std::chrono_literals;
using services::contract::Caller;
using services::contract::Reply;
using services::contract::Request;
using services::waiting::LoopTimers;
using services::waiting::WaitScope;

namespace {

// One instance, or none.
class OneAddress final : public AddressSource
{
public:
    std::optional<Lease> pick(const model::system::CapabilityId &callee) override
    {
        asked = callee;
        if (port == 0)
            return {};
        return Lease({port}, {u"catalogue-1"_s}, outstanding);
    }
    void refused(const Lease &lease, const Request &) override { refusals.append(lease.instance().value); }
    void ended(const Lease &, const Request &, std::optional<Kind> failure) override
    {
        ends.append(failure ? word(*failure) : u"well"_s);
    }

    quint16 port = 0;
    Lease::Outstanding outstanding = std::make_shared<std::atomic<int>>(0);
    model::system::CapabilityId asked;
    QStringList refusals;
    QStringList ends; // of calls
};

Request requestFor(const QString &id)
{
    Request request;
    request.endpoint = {{u"catalogue"_s}, u"GET /products/{id}"_s};
    request.path.insert(u"id"_s, id);
    return request;
}

// The business: the same code whether it is called here or across the network.
QCoro::Task<Result<Reply>> product(Request request)
{
    const auto id = request.path.value(u"id"_s);
    if (id == u"none"_s)
        co_return failure(Kind::NotFound, u"No such product"_s, id);
    auto reply = Reply::json(QJsonObject{{u"id"_s, id}});
    reply.degraded = id == u"old"_s ? u"names as last seen"_s : QString();
    co_return reply;
}

} // namespace

class TestHttpCaller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersAlikeNearAndFar_data();
    void answersAlikeNearAndFar();
    void isUnavailableWithoutAnInstance();
    void reportsARefusalToTheSource();
    void namesTheInstanceThatFailed();
    void countsACallAsOutstandingWhileItLasts();
    void aLeaseCountsOnceHoweverItMoves();

private:
    Result<Reply> call(Caller &caller, Request request)
    {
        request.context.deadline = m_timers.now() + 10s;
        return tests::support::waitFor(caller.call(std::move(request)));
    }

    LoopTimers m_timers;
    services::contract::SystemClock m_clock;
    OneAddress m_addresses;
    std::unique_ptr<WaitScope> m_scope;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<HttpServer> m_server;
    Router m_router;
    int m_outstandingMeanwhile = -1;
};

void TestHttpCaller::init()
{
    m_router = {};
    m_router.add({{u"catalogue"_s}, u"GET /products/{id}"_s});
    m_scope = std::make_unique<WaitScope>();
    m_client = std::make_unique<HttpClient>(HttpClientLimits{}, *m_scope, m_timers);
    m_addresses.refusals.clear();
    m_addresses.ends.clear();
    m_server = std::make_unique<HttpServer>(
        HttpLimits{}, m_timers, [this](HttpRequest http, HttpResponder responder) {
            m_outstandingMeanwhile = *m_addresses.outstanding;
            const auto answer = [](Request request, HttpResponder to) -> QCoro::Task<> {
                const auto reply = co_await product(std::move(request));
                to.respond(wire::toHttp(reply));
            };
            auto request = wire::fromHttp(std::move(http), m_router, m_clock.now());
            QVERIFY(request);
            m_scope->spawn(answer(std::move(*request), std::move(responder)));
        });
    m_addresses.port = m_server->listen(0).value_or(0);
    QVERIFY(m_addresses.port != 0);
}

void TestHttpCaller::cleanup()
{
    m_scope->cancel();
    m_client.reset();
    m_server.reset();
    m_scope.reset();
}

void TestHttpCaller::answersAlikeNearAndFar_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("a reply") << u"p 1/2"_s;
    QTest::newRow("a degraded reply") << u"old"_s;
    QTest::newRow("an error") << u"none"_s;
}

void TestHttpCaller::answersAlikeNearAndFar()
{
    QFETCH(QString, id);
    LocalCaller near(product, *m_scope, m_timers);
    HttpCaller far(*m_client, m_addresses, m_clock);
    const auto nearby = call(near, requestFor(id));
    const auto remote = call(far, requestFor(id));
    QCOMPARE(remote.has_value(), nearby.has_value());
    QCOMPARE(m_addresses.ends, QStringList(nearby ? u"well"_s : word(nearby.error().kind)));
    QCOMPARE(m_addresses.asked.value, u"catalogue"_s);
    if (!nearby) {
        QCOMPARE(remote.error(), nearby.error());
        return;
    }
    QCOMPARE(remote->status, nearby->status);
    QCOMPARE(remote->body, nearby->body);
    QCOMPARE(remote->mediaType, nearby->mediaType);
    QCOMPARE(remote->degraded, nearby->degraded);
}

void TestHttpCaller::isUnavailableWithoutAnInstance()
{
    m_addresses.port = 0;
    HttpCaller caller(*m_client, m_addresses, m_clock);
    const auto reply = call(caller, requestFor(u"1"_s));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Kind::Unavailable);
    QVERIFY(reply.error().message.contains(u"catalogue"_s));
}

void TestHttpCaller::reportsARefusalToTheSource()
{
    m_server->reset();
    HttpCaller caller(*m_client, m_addresses, m_clock);
    const auto reply = call(caller, requestFor(u"1"_s));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Kind::Refused);
    QCOMPARE(m_addresses.refusals, QStringList{u"catalogue-1"_s});
    QCOMPARE(m_addresses.ends, QStringList{u"refused"_s});
    QCOMPARE(m_addresses.outstanding->load(), 0);
}

void TestHttpCaller::namesTheInstanceThatFailed()
{
    m_server = std::make_unique<HttpServer>(HttpLimits{}, m_timers,
                                            [this](HttpRequest, HttpResponder) { m_server->reset(); });
    m_addresses.port = m_server->listen(0).value_or(0);
    HttpCaller caller(*m_client, m_addresses, m_clock);
    const auto reply = call(caller, requestFor(u"1"_s));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Kind::Reset);
    QCOMPARE(reply.error().subject, u"catalogue-1"_s);
    QVERIFY(reply.error().message.startsWith(u"catalogue-1"_s));
    QVERIFY(m_addresses.refusals.isEmpty());
}

void TestHttpCaller::countsACallAsOutstandingWhileItLasts()
{
    HttpCaller caller(*m_client, m_addresses, m_clock);
    QVERIFY(call(caller, requestFor(u"1"_s)));
    QCOMPARE(m_outstandingMeanwhile, 1);
    QCOMPARE(m_addresses.outstanding->load(), 0);
}

void TestHttpCaller::aLeaseCountsOnceHoweverItMoves()
{
    const auto count = std::make_shared<std::atomic<int>>(0);
    {
        Lease first({1}, {u"a"_s}, count);
        Lease second(std::move(first));
        QCOMPARE(count->load(), 1);
        Lease third({2}, {u"b"_s}, count);
        QCOMPARE(count->load(), 2);
        third = std::move(second);
        QCOMPARE(count->load(), 1);
        QCOMPARE(third.address().port, quint16(1));
        Lease uncounted({3}, {u"c"_s}, nullptr);
    }
    QCOMPARE(count->load(), 0);
}

QTEST_GUILESS_MAIN(TestHttpCaller)
#include "tst_httpcaller.moc"
