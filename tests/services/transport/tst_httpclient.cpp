// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptors.h"
#include "scriptedserver.h"

#include <services/transport/httpclient.h>
#include <services/transport/httpserver.h>
#include <services/waiting/looptimers.h>

#include <QPointer>
#include <QTest>

#include <sys/socket.h>
#include <tests/support/waitfor.h>

#include <deque>

using namespace services::transport;
using namespace std::chrono_literals;
using services::waiting::Instant;
using services::waiting::LoopTimers;
using services::waiting::WaitScope;
using tests::support::turnUntil;
using tests::transport::openDescriptors;
using tests::transport::ScriptedServer;

namespace {

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

HttpRequest get(const QByteArray &target = "/")
{
    HttpRequest request;
    request.target = target;
    return request;
}

HttpRequest post(const QByteArray &key = {})
{
    HttpRequest request;
    request.method = "POST";
    request.body = "body";
    if (!key.isEmpty())
        request.headers.add("Idempotency-Key", key);
    return request;
}

void answer(QTcpSocket &connection, const QByteArray &bytes)
{
    connection.write(bytes);
    connection.flush();
}

// As a process that is killed.
void reset(QTcpSocket &connection)
{
    const linger abort{1, 0};
    setsockopt(static_cast<int>(connection.socketDescriptor()), SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    connection.abort();
}

} // namespace

// Calls over real sockets to servers that behave in every way.
class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksAndIsAnswered();
    void usesAConnectionAgain();
    void runsAHundredCallsAtOnce();
    void errors_data();
    void errors();
    void acceptsUnusualAnswers_data();
    void acceptsUnusualAnswers();
    void reportsARefusedConnection();
    void reportsNothingWhereNobodyEverListened();
    void timesOut();
    void aLateAnswerReachesNobody();
    void asksNobodyAfterTheDeadline();
    void replacesAStaleConnection_data();
    void replacesAStaleConnection();
    void retriesOnceOnly();
    void reportsAServerThatCrashesInMidReply();
    void cancelEndsEveryCall();
    void answersCancelledAfterTheScopeHasEnded();
    void limitsItsConnections();
    void closesIdleConnections();
    void forgetsAServer();
    void refusesMalformedRequests();
    void aCallerMayCallAgainInsideItsAnswer();

private:
    Result<HttpResponse> send(quint16 port, HttpRequest request, std::chrono::milliseconds time = 10s)
    {
        return tests::support::waitFor(m_client->send({port}, std::move(request), m_timers.now() + time));
    }

    LoopTimers m_timers;
    std::unique_ptr<WaitScope> m_scope;
    std::unique_ptr<HttpClient> m_client;
};

void TestHttpClient::init()
{
    m_scope = std::make_unique<WaitScope>();
    m_client = std::make_unique<HttpClient>(HttpClientLimits{}, *m_scope, m_timers);
}

void TestHttpClient::cleanup()
{
    m_scope->cancel();
    m_client.reset();
    m_scope.reset();
}

void TestHttpClient::asksAndIsAnswered()
{
    HttpServer server({}, m_timers, [](HttpRequest request, HttpResponder responder) {
        HttpResponse response;
        response.status = 201;
        response.headers.add("X-Method", request.method);
        response.body
            = request.target + ' ' + request.headers.find("x-question").toByteArray() + ' ' + request.body;
        responder.respond(std::move(response));
    });
    const auto port = server.listen(0);
    QVERIFY(port);
    auto request = post();
    request.target = "/a?b=c";
    request.headers.add("X-Question", "why");
    const auto answered = send(*port, std::move(request));
    QVERIFY(answered);
    QCOMPARE(answered->status, 201);
    QCOMPARE(answered->headers.find("x-method"), "POST");
    QCOMPARE(answered->body, "/a?b=c why body");
}

void TestHttpClient::usesAConnectionAgain()
{
    ScriptedServer server([](QTcpSocket &connection, int) { answer(connection, ok); });
    for (int call = 0; call < 5; ++call)
        QVERIFY(send(server.serverPort(), get()));
    QCOMPARE(server.connections, 1);
    QCOMPARE(m_client->connections(), 1);
}

void TestHttpClient::runsAHundredCallsAtOnce()
{
    std::deque<HttpResponder> waiting;
    HttpServer server({}, m_timers,
                      [&](HttpRequest, HttpResponder responder) { waiting.push_back(std::move(responder)); });
    const auto port = server.listen(0);
    QVERIFY(port);
    int done = 0;
    const auto call
        = [](HttpClient &client, Address address, Instant deadline, int &counter) -> QCoro::Task<> {
        auto request = get();
        const auto answered = co_await client.send(address, std::move(request), deadline);
        counter += answered && answered->body == "done" ? 1 : 0;
    };
    for (int index = 0; index < 100; ++index)
        m_scope->spawn(call(*m_client, {*port}, m_timers.now() + 10s, done));
    QVERIFY(turnUntil([&] { return waiting.size() == 100; }));
    QCOMPARE(m_client->connections(), 100);
    for (const auto &responder : waiting) {
        HttpResponse response;
        response.body = "done";
        responder.respond(std::move(response));
    }
    QVERIFY(turnUntil([&] { return done == 100; }));
    QCOMPARE(m_client->connections(), HttpClientLimits{}.idlePerServer); // the rest was closed
}

void TestHttpClient::errors_data()
{
    QTest::addColumn<QByteArray>("bytes"); // then the server says goodbye
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind) {
        QTest::newRow(name) << bytes << static_cast<int>(kind);
    };
    row("no answer at all", "", Kind::Reset);
    row("half a status line", "HTTP/1.1 20", Kind::Reset);
    row("half a header", "HTTP/1.1 200 OK\r\nContent-Le", Kind::Reset);
    row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok", Kind::Reset);
    row("half a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe", Kind::Reset);
    row("an informational answer only", "HTTP/1.1 100 Continue\r\n\r\n", Kind::Reset);
    row("something else than HTTP", "220 mail.example.com ESMTP\r\n\r\n", Kind::Internal);
    row("rubbish", QByteArray::fromHex("00ff0d0a"), Kind::Internal);
    row("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", Kind::Internal);
    row("a status below 100", "HTTP/1.1 099 OK\r\n\r\n", Kind::Internal);
    row("an upgrade nobody asked for",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", Kind::Internal);
    row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nok", Kind::Internal);
    row("a length and chunks",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        Kind::Internal);
    row("a length of 2^64 - 1", "HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\nok",
        Kind::Internal);
    row("a length over the limit", "HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\nok", Kind::Internal);
    row("a malformed chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\n", Kind::Internal);
    row("a body without an end over the limit", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(9'000'000, 'x'),
        Kind::Internal);
    row("a header without an end", "HTTP/1.1 200 OK\r\n" + QByteArray("A: b\r\n").repeated(5000),
        Kind::Internal);
    row("a folded header line", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", Kind::Internal);
}

void TestHttpClient::errors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    ScriptedServer server([&](QTcpSocket &connection, int) {
        answer(connection, bytes);
        connection.disconnectFromHost();
    });
    const auto answered = send(server.serverPort(), get());
    QVERIFY(!answered);
    QCOMPARE(static_cast<int>(answered.error().kind), kind);
    QVERIFY2(answered.error().message.contains(QString::number(server.serverPort())),
             qPrintable(answered.error().message));
    QCOMPARE(m_client->connections(), 0);
}

void TestHttpClient::acceptsUnusualAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes"); // then the server says goodbye
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &body) {
        QTest::newRow(name) << bytes << body;
    };
    row("a body which ends with the connection", "HTTP/1.1 200 OK\r\n\r\nall of it", "all of it");
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok", "ok");
    row("chunks",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nall\r\n4\r\n of \r\n2\r\nit\r\n0\r\n\r\n",
        "all of it");
    row("no reason phrase", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "ok");
    row("informational answers first",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n" + ok, "ok");
    row("an empty answer", "HTTP/1.1 204 No Content\r\n\r\n", "");
    row("more than was asked for", ok + ok, "ok");
}

void TestHttpClient::acceptsUnusualAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    ScriptedServer server([&](QTcpSocket &connection, int) {
        answer(connection, bytes);
        connection.disconnectFromHost();
    });
    const auto answered = send(server.serverPort(), get());
    QVERIFY2(answered, answered ? "" : qPrintable(answered.error().message));
    QCOMPARE(answered->body, body);
    QVERIFY(turnUntil([this] { return m_client->connections() == 0; }));
}

void TestHttpClient::reportsARefusedConnection()
{
    HttpServer server({}, m_timers, [](HttpRequest, HttpResponder) {});
    const auto port = server.listen(0);
    QVERIFY(port);
    server.reset();
    for (int call = 0; call < 100; ++call) {
        const auto answered = send(*port, post());
        QVERIFY(!answered);
        QCOMPARE(answered.error().kind, Kind::Refused);
    }
    QCOMPARE(m_client->connections(), 0);
}

void TestHttpClient::reportsNothingWhereNobodyEverListened()
{
    // The ports which the system gives to outgoing connections: one of ours may be given the very port it
    // calls.
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost), 0));
    const auto port = free.serverPort();
    free.close();
    for (int call = 0; call < 2000; ++call) {
        const auto answered = send(port, get());
        QVERIFY(!answered);
        QCOMPARE(answered.error().kind, Kind::Refused);
    }
}

void TestHttpClient::timesOut()
{
    ScriptedServer server([](QTcpSocket &, int) {});
    const auto answered = send(server.serverPort(), get(), 30ms);
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, Kind::TimedOut);
    QCOMPARE(m_client->connections(), 0); // its answer may still come: nobody else must get it
}

void TestHttpClient::aLateAnswerReachesNobody()
{
    QPointer<QTcpSocket> late;
    ScriptedServer server([&](QTcpSocket &connection, int request) {
        if (request == 0)
            late = &connection;
        else
            answer(connection, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nnew");
    });
    QVERIFY(!send(server.serverPort(), get(), 30ms));
    if (late)
        answer(*late, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nold");
    const auto answered = send(server.serverPort(), get());
    QVERIFY(answered);
    QCOMPARE(answered->body, "new");
}

void TestHttpClient::asksNobodyAfterTheDeadline()
{
    ScriptedServer server([](QTcpSocket &connection, int) { answer(connection, ok); });
    const auto answered = send(server.serverPort(), get(), -1ms);
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, Kind::TimedOut);
    QCOMPARE(m_client->connections(), 0);
}

void TestHttpClient::replacesAStaleConnection_data()
{
    QTest::addColumn<bool>("isPost");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("a GET is repeated") << false << QByteArray() << true;
    QTest::newRow("a POST is not: it may have been done") << true << QByteArray() << false;
    QTest::newRow("a POST with a key is repeated") << true << QByteArray("k-1") << true;
}

// The server closes the kept connection just when it sees the next request on it.
void TestHttpClient::replacesAStaleConnection()
{
    QFETCH(bool, isPost);
    QFETCH(QByteArray, key);
    QFETCH(bool, isReplaced);
    ScriptedServer server([](QTcpSocket &connection, int request) {
        if (request == 1)
            reset(connection);
        else
            answer(connection, ok);
    });
    QVERIFY(send(server.serverPort(), get()));
    const auto answered = send(server.serverPort(), isPost ? post(key) : get());
    QCOMPARE(answered.has_value(), isReplaced);
    if (!isReplaced)
        QCOMPARE(answered.error().kind, Kind::Reset);
    QCOMPARE(server.requests, isReplaced ? 3 : 2);
}

void TestHttpClient::retriesOnceOnly()
{
    ScriptedServer server([](QTcpSocket &connection, int request) {
        if (request == 0)
            answer(connection, ok);
        else
            reset(connection);
    });
    QVERIFY(send(server.serverPort(), get()));
    const auto answered = send(server.serverPort(), get());
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, Kind::Reset);
    QCOMPARE(server.requests, 3);
}

void TestHttpClient::reportsAServerThatCrashesInMidReply()
{
    HttpServer server({}, m_timers, [&](HttpRequest, HttpResponder) { server.reset(); });
    const auto port = server.listen(0);
    QVERIFY(port);
    const auto answered = send(*port, get());
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, Kind::Reset);
    QCOMPARE(send(*port, get()).error().kind, Kind::Refused);
}

void TestHttpClient::cancelEndsEveryCall()
{
    ScriptedServer server([](QTcpSocket &, int) {});
    std::vector<Kind> ends;
    const auto call = [](HttpClient &client, Address address, Instant deadline,
                         std::vector<Kind> &kinds) -> QCoro::Task<> {
        auto request = get();
        const auto answered = co_await client.send(address, std::move(request), deadline);
        kinds.push_back(answered ? Kind::Internal : answered.error().kind);
    };
    for (int index = 0; index < 20; ++index)
        m_scope->spawn(call(*m_client, {server.serverPort()}, m_timers.now() + 10s, ends));
    QVERIFY(turnUntil([&] { return server.connections > 5; }));
    m_scope->cancel();
    QCOMPARE(ends, std::vector<Kind>(20, Kind::Cancelled));
    QVERIFY(m_scope->isIdle());
    QCOMPARE(m_client->connections(), 0);
}

void TestHttpClient::answersCancelledAfterTheScopeHasEnded()
{
    ScriptedServer server([](QTcpSocket &connection, int) { answer(connection, ok); });
    m_scope->cancel();
    const auto answered = send(server.serverPort(), get());
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, Kind::Cancelled);
    QCOMPARE(m_client->connections(), 0);
}

void TestHttpClient::limitsItsConnections()
{
    HttpClientLimits limits;
    limits.connections = 2;
    m_client = std::make_unique<HttpClient>(limits, *m_scope, m_timers);
    ScriptedServer first([](QTcpSocket &connection, int) { answer(connection, ok); });
    ScriptedServer silent([](QTcpSocket &, int) {});
    ScriptedServer second([](QTcpSocket &connection, int) { answer(connection, ok); });
    const auto call = [](HttpClient &client, Address address, Instant deadline) -> QCoro::Task<> {
        auto request = get();
        co_await client.send(address, std::move(request), deadline);
    };
    QVERIFY(send(first.serverPort(), get()));
    m_scope->spawn(call(*m_client, {silent.serverPort()}, m_timers.now() + 10s));
    QCOMPARE(m_client->connections(), 2);
    QVERIFY(send(second.serverPort(), get())); // the idle one makes room
    QCOMPARE(m_client->connections(), 2);
    m_scope->spawn(call(*m_client, {silent.serverPort()}, m_timers.now() + 10s));
    const auto answered = send(second.serverPort(), get());
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, Kind::Overloaded);
}

void TestHttpClient::closesIdleConnections()
{
    HttpClientLimits limits;
    limits.idleTime = 20ms;
    m_client = std::make_unique<HttpClient>(limits, *m_scope, m_timers);
    ScriptedServer server([](QTcpSocket &connection, int) { answer(connection, ok); });
    QVERIFY(send(server.serverPort(), get()));
    QCOMPARE(m_client->connections(), 1);
    QVERIFY(turnUntil([this] { return m_client->connections() == 0; }));
}

void TestHttpClient::forgetsAServer()
{
    ScriptedServer server([](QTcpSocket &connection, int) { answer(connection, ok); });
    QVERIFY(send(server.serverPort(), get()));
    m_client->forget({server.serverPort()});
    QCOMPARE(m_client->connections(), 0);
    m_client->forget({1});
}

void TestHttpClient::refusesMalformedRequests()
{
    ScriptedServer server([](QTcpSocket &connection, int) { answer(connection, ok); });
    for (const auto *target : {"", "a", "/a b", "/\r\nX: y", "/caf\xc3\xa9"}) {
        const auto answered = send(server.serverPort(), get(target));
        QVERIFY2(!answered, target);
        QCOMPARE(answered.error().kind, Kind::InvalidInput);
    }
    QCOMPARE(server.connections, 0);
}

// A coroutine is resumed straight from the socket's callback, and may use that very connection again there.
void TestHttpClient::aCallerMayCallAgainInsideItsAnswer()
{
    ScriptedServer server([](QTcpSocket &connection, int) { answer(connection, ok); });
    const auto calls = [](HttpClient &client, Address address, Instant deadline) -> QCoro::Task<int> {
        int answers = 0;
        for (int call = 0; call < 200; ++call) {
            auto request = get();
            const auto answered = co_await client.send(address, std::move(request), deadline);
            answers += answered ? 1 : 0;
        }
        co_return answers;
    };
    const auto before = openDescriptors();
    QCOMPARE(tests::support::waitFor(calls(*m_client, {server.serverPort()}, m_timers.now() + 10s)), 200);
    QCOMPARE(server.connections, 1);
    QVERIFY(openDescriptors() <= before + 2);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
