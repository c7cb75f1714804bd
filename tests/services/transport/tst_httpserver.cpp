// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptors.h"
#include "rawclient.h"

#include <services/transport/httpserver.h>
#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>

#include <QSignalSpy>
#include <QTest>

#include <tests/support/faketimers.h>

using namespace services::transport;
using namespace std::chrono_literals;
using tests::support::FakeClock;
using tests::support::FakeTimers;
using tests::support::turnUntil;
using tests::transport::openDescriptors;
using tests::transport::RawClient;

namespace {

const QByteArray get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

QByteArray getOf(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

HttpResponse text(const QByteArray &body)
{
    HttpResponse response;
    response.body = body;
    return response;
}

} // namespace

// What clients see of a server that behaves, and of clients and servers that leave.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void repliesToPipelinedRequestsInOrder();
    void readsNoMoreThanItMayPipeline();
    void repliesToHeadWithoutBody();
    void closesAfterConnectionClose();
    void promisesToContinueWhenAsked();
    void promisesToContinueOnlyAfterEarlierReplies();
    void keepsLineBreaksOutOfHeaders();
    void repliesToClientsThatFinishSending();
    void forgetsClientsThatLeaveInMidReply();
    void forgetsClientsThatLeaveInMidRequest();
    void answersNothingTwice();
    void respondingAfterTheServerHasGoneDoesNothing();
    void survivesItsOwnEndInsideAHandler();
    void refusesMoreConnectionsThanItMayHave();
    void timesOutSlowRequests_data();
    void timesOutSlowRequests();
    void closesIdleConnections();
    void doesNotTimeOutASlowHandler();
    void resetsClientsThatDoNotRead();
    void boundsWhatItHoldsForClientsThatDoNotRead();
    void resetsClientsThatReadTooSlowly();
    void readsNothingNewWhileMuchWaitsForItsTurn();
    void closeLetsRequestsInProgressFinish();
    void closeAnswersWhatHasArrived_data();
    void closeAnswersWhatHasArrived();
    void closeAnswersWhatArrivesBeforeItsGoodbye();
    void closeAnswersWhoHasNotBeenAccepted();
    void closeAnswersAllThatArrivedTogether();
    void anIdleTimeThatIsOverDropsNoRequest();
    void resetIsSeenAsAReset();
    void listensAgainOnThePortItCrashedOn();
    void namesAPortThatIsTaken();
    void cyclesLeaveNoDescriptorBehind();

private:
    void serve(HttpLimits limits = {});

    FakeClock m_clock;
    FakeTimers m_timers{m_clock};
    std::unique_ptr<HttpServer> m_server;
    struct Asked
    {
        HttpRequest request;
        HttpResponder responder;
    };
    std::vector<Asked> m_asked; // answered by the tests, when and how they like
};

void TestHttpServer::init()
{
    m_server.reset();
    m_asked.clear();
    serve();
}

void TestHttpServer::serve(HttpLimits limits)
{
    m_server = std::make_unique<HttpServer>(limits, m_timers,
                                            [this](HttpRequest request, HttpResponder responder) {
                                                m_asked.push_back({std::move(request), std::move(responder)});
                                            });
    QVERIFY(m_server->listen(0));
}

void TestHttpServer::repliesToPipelinedRequestsInOrder()
{
    RawClient client(m_server->port());
    client.send(getOf("/1") + getOf("/2") + getOf("/3"));
    QTRY_COMPARE(m_asked.size(), 3U);
    m_asked[2].responder.respond(text("three"));
    m_asked[0].responder.respond(text("one"));
    QVERIFY(client.waitForText("one"));
    QVERIFY(!client.received.contains("three"));
    m_asked[1].responder.respond(text("two"));
    QVERIFY(client.waitForText("three"));
    QVERIFY(client.received.indexOf("two") < client.received.indexOf("three"));
    QCOMPARE(client.statuses(), "200 200 200");
}

void TestHttpServer::readsNoMoreThanItMayPipeline()
{
    HttpLimits limits;
    limits.pipelined = 2;
    serve(limits);
    RawClient client(m_server->port());
    QByteArray requests;
    for (int index = 0; index < 1000; ++index)
        requests += getOf("/" + QByteArray::number(index));
    client.send(requests);
    QTRY_COMPARE(m_asked.size(), 2U);
    for (std::size_t index = 0; index < 1000; ++index) {
        QVERIFY(turnUntil([&] { return m_asked.size() > index; }));
        QVERIFY(m_asked.size() <= index + 2);
        QCOMPARE(m_asked[index].request.target, "/" + QByteArray::number(index));
        m_asked[index].responder.respond(text("."));
    }
    QVERIFY(client.waitForAnswers(1000));
}

void TestHttpServer::repliesToHeadWithoutBody()
{
    RawClient client(m_server->port());
    client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + get);
    QTRY_COMPARE(m_asked.size(), 2U);
    m_asked[0].responder.respond(text("unseen"));
    m_asked[1].responder.respond(text("seen"));
    QVERIFY(client.waitForText("\r\n\r\nseen"));
    QVERIFY(client.received.contains("Content-Length: 6\r\n"));
    QVERIFY(!client.received.contains("unseen"));
}

void TestHttpServer::closesAfterConnectionClose()
{
    RawClient client(m_server->port());
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text("last"));
    QVERIFY(client.waitForClose());
    QVERIFY(!client.wasReset());
    QVERIFY(client.received.endsWith("last"));
}

void TestHttpServer::promisesToContinueWhenAsked()
{
    RawClient client(m_server->port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    QVERIFY(client.waitForText("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(m_asked.empty());
    client.send("body");
    QTRY_COMPARE(m_asked.size(), 1U);
    QCOMPARE(m_asked[0].request.body, "body");
    m_asked[0].responder.respond(text("done"));
    QVERIFY(client.waitForText("done"));
    QCOMPARE(client.statuses(), "100 200");
}

void TestHttpServer::promisesToContinueOnlyAfterEarlierReplies()
{
    RawClient client(m_server->port());
    client.send(get
                + "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text("first"));
    QVERIFY(client.waitForText("100 Continue"));
    QCOMPARE(client.statuses(), "200 100");
}

void TestHttpServer::keepsLineBreaksOutOfHeaders()
{
    RawClient client(m_server->port());
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    auto response = text("body");
    response.headers.add("Location", "/a\r\nSet-Cookie: stolen");
    response.headers.add("Bad Name", "x");
    response.headers.add("Content-Length", "1");
    m_asked[0].responder.respond(std::move(response));
    QVERIFY(client.waitForText("\r\n\r\nbody"));
    QVERIFY(client.received.contains("Location: /a  Set-Cookie: stolen\r\n"));
    QVERIFY(!client.received.contains("Bad Name"));
    QCOMPARE(client.received.count("Content-Length"), 1);
}

void TestHttpServer::repliesToClientsThatFinishSending()
{
    RawClient client(m_server->port());
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    client.finishSending();
    QCoreApplication::processEvents();
    m_asked[0].responder.respond(text("still here"));
    QVERIFY(client.waitForText("still here"));
    QTRY_COMPARE(m_server->connections(), 0);
}

void TestHttpServer::forgetsClientsThatLeaveInMidReply()
{
    for (int round = 0; round < 20; ++round) {
        RawClient client(m_server->port());
        client.send(get + get);
        QTRY_COMPARE(m_asked.size(), 2U);
        client.abort();
        m_asked[1].responder.respond(text(QByteArray(1'000'000, 'x')));
        m_asked[0].responder.respond(text(QByteArray(1'000'000, 'x')));
        QTRY_COMPARE(m_server->connections(), 0);
        QVERIFY(m_asked[0].responder.isGone());
        m_asked.clear();
    }
}

void TestHttpServer::forgetsClientsThatLeaveInMidRequest()
{
    RawClient client(m_server->port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbo");
    QTRY_COMPARE(m_server->connections(), 1);
    client.abort();
    QTRY_COMPARE(m_server->connections(), 0);
    QVERIFY(m_asked.empty());
}

void TestHttpServer::answersNothingTwice()
{
    RawClient client(m_server->port());
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    const auto responder = m_asked[0].responder;
    QVERIFY(!responder.isGone());
    responder.respond(text("once"));
    QVERIFY(responder.isGone());
    responder.respond(text("twice"));
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 2U);
    m_asked[1].responder.respond(text("then"));
    QVERIFY(client.waitForText("then"));
    QVERIFY(!client.received.contains("twice"));
}

void TestHttpServer::respondingAfterTheServerHasGoneDoesNothing()
{
    RawClient client(m_server->port());
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_server.reset();
    QVERIFY(m_asked[0].responder.isGone());
    m_asked[0].responder.respond(text("too late"));
    QVERIFY(client.waitForClose());
    QVERIFY(client.received.isEmpty());
    HttpResponder().respond(text("nobody"));
    QVERIFY(HttpResponder().isGone());
}

void TestHttpServer::survivesItsOwnEndInsideAHandler()
{
    for (const bool destroyed : {false, true}) {
        m_server
            = std::make_unique<HttpServer>(HttpLimits{}, m_timers, [&](HttpRequest, HttpResponder responder) {
                  if (destroyed)
                      m_server.reset();
                  else
                      m_server->reset();
                  responder.respond(text("unseen"));
              });
        const auto port = m_server->listen(0);
        QVERIFY(port);
        RawClient client(*port);
        client.send(get + get);
        QVERIFY(client.waitForClose());
        QVERIFY(client.wasReset());
        QVERIFY(client.received.isEmpty());
    }
}

void TestHttpServer::refusesMoreConnectionsThanItMayHave()
{
    HttpLimits limits;
    limits.connections = 2;
    serve(limits);
    RawClient first(m_server->port());
    RawClient second(m_server->port());
    QTRY_COMPARE(m_server->connections(), 2);
    RawClient third(m_server->port());
    QVERIFY(third.waitForClose());
    QCOMPARE(third.statuses(), "503");
    first.abort();
    QTRY_COMPARE(m_server->connections(), 1);
    RawClient fourth(m_server->port());
    fourth.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    QVERIFY(!second.isClosed());
}

void TestHttpServer::timesOutSlowRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("seconds");
    QTest::newRow("a header that never ends") << QByteArray("GET / HTTP/1.1\r\nHost: loc") << 11;
    QTest::newRow("a body that never ends")
        << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbo") << 31;
    QTest::newRow("a chunk that never ends")
        << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe")
        << 31;
    QTest::newRow("a promised body that never comes") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n")
                                                      << 31;
}

void TestHttpServer::timesOutSlowRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, seconds);
    RawClient client(m_server->port());
    client.send(get); // so that we know when the rest has been read: pipelined requests are read together
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text("first"));
    QVERIFY(client.waitForText("first"));
    for (const char byte : std::as_const(bytes)) { // trickling does not help
        client.send(QByteArray(1, byte));
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    }
    m_timers.advance(9s);
    QCoreApplication::processEvents();
    QVERIFY(!client.isClosed());
    m_timers.advance(std::chrono::seconds(seconds - 9));
    QVERIFY(client.waitForClose());
    QVERIFY(client.statuses().endsWith("408"));
    QCOMPARE(m_asked.size(), 1U);
}

void TestHttpServer::closesIdleConnections()
{
    RawClient silent(m_server->port());
    RawClient used(m_server->port());
    QTRY_COMPARE(m_server->connections(), 2);
    m_timers.advance(40s);
    used.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text("done"));
    QVERIFY(used.waitForText("done"));
    m_timers.advance(21s);
    QVERIFY(silent.waitForClose());
    QVERIFY(silent.received.isEmpty());
    QVERIFY(!silent.wasReset());
    QVERIFY(!used.isClosed());
    m_timers.advance(41s);
    QVERIFY(used.waitForClose());
    QTRY_COMPARE(m_server->connections(), 0);
    m_timers.advance(1s);
    QCOMPARE(m_timers.planned(), 0U); // no connection, no tick
}

void TestHttpServer::doesNotTimeOutASlowHandler()
{
    RawClient client(m_server->port());
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_timers.advance(1h);
    m_asked[0].responder.respond(text("at last"));
    QVERIFY(client.waitForText("at last"));
}

void TestHttpServer::resetsClientsThatDoNotRead()
{
    RawClient client(m_server->port());
    client.stopReading();
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text(QByteArray(20'000'000, 'x')));
    m_timers.advance(5s);
    QCOMPARE(m_server->connections(), 1);
    m_timers.advance(6s);
    QTRY_COMPARE(m_server->connections(), 0);
}

void TestHttpServer::boundsWhatItHoldsForClientsThatDoNotRead()
{
    // Answers at once: only what is unsent can stop it from reading on.
    qint64 answered = 0;
    m_server
        = std::make_unique<HttpServer>(HttpLimits{}, m_timers, [&](HttpRequest, HttpResponder responder) {
              ++answered;
              responder.respond(text(QByteArray(10'000, 'x')));
          });
    QVERIFY(m_server->listen(0));
    RawClient client(m_server->port());
    client.stopReading();
    client.send(get.repeated(20'000)); // would be 200 MB
    qint64 before = -1;
    QVERIFY(turnUntil([&] { // until it has come to a halt
        for (int turn = 0; turn < 50; ++turn)
            QCoreApplication::processEvents();
        return std::exchange(before, answered) == answered && answered > 0;
    }));
    QVERIFY2(answered < 2'000, qPrintable(QString::number(answered))); // the system's buffers and our 256 KiB
    m_timers.advance(11s);
    QTRY_COMPARE(m_server->connections(), 0);
}

void TestHttpServer::resetsClientsThatReadTooSlowly()
{
    HttpLimits limits;
    limits.writeTime = 1h; // each little progress will do
    serve(limits);
    RawClient client(m_server->port());
    client.stopReading();
    client.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text(QByteArray(50'000'000, 'x')));
    for (int second = 5; second < 60; second += 5) {
        m_timers.advance(5s);
        QCoreApplication::processEvents();
        QCOMPARE(m_server->connections(), 1);
        client.readOnce();
    }
    m_timers.advance(6s);
    QCOMPARE(m_server->connections(), 0);
}

void TestHttpServer::readsNothingNewWhileMuchWaitsForItsTurn()
{
    RawClient client(m_server->port());
    client.send(get + get);
    QTRY_COMPARE(m_asked.size(), 2U);
    m_asked[1].responder.respond(text(QByteArray(300'000, 'x'))); // more than 256 KiB
    client.send(get);
    for (int turn = 0; turn < 50; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(m_asked.size(), 2U);
    m_asked[0].responder.respond(text("first"));
    QTRY_COMPARE(m_asked.size(), 3U);
    m_asked[2].responder.respond(text("third"));
    QVERIFY(client.waitForText("third"));
    QCOMPARE(client.statuses(), "200 200 200");
}

void TestHttpServer::closeLetsRequestsInProgressFinish()
{
    RawClient idle(m_server->port());
    RawClient busy(m_server->port());
    RawClient sending(m_server->port());
    busy.send(get + get);
    sending.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbo");
    QTRY_COMPARE(m_asked.size(), 2U);
    QTRY_COMPARE(m_server->connections(), 3);
    QSignalSpy drained(m_server.get(), &HttpServer::drained);
    const auto port = m_server->port();
    m_server->close();
    QCOMPARE(m_server->port(), quint16(0));
    QVERIFY(!RawClient(port).isConnected());
    m_timers.advance(2ms);
    QVERIFY(idle.waitForClose());
    QVERIFY(!idle.wasReset());
    QCOMPARE(drained.size(), 0);
    sending.send("dy");
    QTRY_COMPARE(m_asked.size(), 3U);
    for (const auto &asked : m_asked)
        asked.responder.respond(text("finished"));
    QVERIFY(busy.waitForClose());
    QVERIFY(sending.waitForClose());
    QCOMPARE(busy.statuses(), "200 200");
    QCOMPARE(busy.received.count("Connection: close"), 1);
    QCOMPARE(sending.statuses(), "200");
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(m_server->connections(), 0);
}

void TestHttpServer::closeAnswersWhatHasArrived_data()
{
    QTest::addColumn<bool>("used");
    QTest::newRow("on a new connection") << false;
    QTest::newRow("on a kept connection") << true;
}

void TestHttpServer::closeAnswersWhatHasArrived()
{
    QFETCH(bool, used);
    RawClient client(m_server->port());
    QTRY_COMPARE(m_server->connections(), 1);
    if (used) {
        client.send(get);
        QTRY_COMPARE(m_asked.size(), 1U);
        m_asked[0].responder.respond(text("before"));
        QVERIFY(client.waitForText("before"));
        m_asked.clear();
    }
    client.send(get); // lies in the server's socket now, unread
    m_server->close();
    m_timers.advance(2ms);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text("finished"));
    QVERIFY(client.waitForClose());
    QVERIFY(client.received.endsWith("finished"));
    QVERIFY(client.received.contains("Connection: close"));
}

void TestHttpServer::closeAnswersWhatArrivesBeforeItsGoodbye()
{
    RawClient quick(m_server->port());
    RawClient silent(m_server->port());
    QTRY_COMPARE(m_server->connections(), 2);
    m_server->close();
    QCoreApplication::processEvents();
    QVERIFY(!quick.isClosed());
    quick.send(get);
    m_timers.advance(2ms);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text("finished"));
    QVERIFY(quick.waitForClose());
    QCOMPARE(quick.statuses(), "200");
    QVERIFY(silent.waitForClose());
    QVERIFY(!silent.wasReset());
}

void TestHttpServer::closeAnswersWhoHasNotBeenAccepted()
{
    RawClient first(m_server->port());
    RawClient second(m_server->port());
    first.send(get);
    second.send(get);
    QCOMPARE(m_server->connections(), 0);
    m_server->close();
    m_timers.advance(2ms);
    QTRY_COMPARE(m_asked.size(), 2U);
    for (const auto &asked : m_asked)
        asked.responder.respond(text("finished"));
    QVERIFY(first.waitForText("finished"));
    QVERIFY(second.waitForText("finished"));
}

// A handler which answers at once must not end the connection while the next request is in hand.
void TestHttpServer::closeAnswersAllThatArrivedTogether()
{
    int answered = 0;
    m_server
        = std::make_unique<HttpServer>(HttpLimits{}, m_timers, [&](HttpRequest, HttpResponder responder) {
              ++answered;
              responder.respond(text("."));
          });
    QVERIFY(m_server->listen(0));
    RawClient client(m_server->port());
    QTRY_COMPARE(m_server->connections(), 1);
    client.send(get.repeated(5));
    m_server->close();
    m_timers.advance(2ms);
    QVERIFY(client.waitForClose());
    QCOMPARE(answered, 5);
    QCOMPARE(client.statuses(), "200 200 200 200 200");
    QCOMPARE(client.received.count("Connection: close"), 1);
}

void TestHttpServer::anIdleTimeThatIsOverDropsNoRequest()
{
    RawClient client(m_server->port());
    QTRY_COMPARE(m_server->connections(), 1);
    client.send(get);
    m_timers.advance(61s); // before the server could read it
    QTRY_COMPARE(m_asked.size(), 1U);
    m_asked[0].responder.respond(text("in time"));
    QVERIFY(client.waitForText("in time"));
}

void TestHttpServer::resetIsSeenAsAReset()
{
    RawClient idle(m_server->port());
    RawClient busy(m_server->port());
    busy.send(get);
    QTRY_COMPARE(m_asked.size(), 1U);
    QTRY_COMPARE(m_server->connections(), 2);
    const auto port = m_server->port();
    m_server->reset();
    QCOMPARE(m_server->connections(), 0);
    QVERIFY(m_asked[0].responder.isGone());
    QVERIFY(busy.waitForClose());
    QVERIFY(busy.wasReset());
    QVERIFY(idle.waitForClose());
    QVERIFY(idle.wasReset());
    QVERIFY(!RawClient(port).isConnected());
}

void TestHttpServer::listensAgainOnThePortItCrashedOn()
{
    const auto port = m_server->port();
    for (int round = 0; round < 50; ++round) {
        RawClient client(port);
        client.send(get);
        QTRY_COMPARE(m_asked.size(), 1U);
        m_asked.clear();
        m_server->reset();
        const auto again = m_server->listen(port);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(*again, port);
    }
}

void TestHttpServer::namesAPortThatIsTaken()
{
    HttpServer other({}, m_timers, [](HttpRequest, HttpResponder) {});
    const auto port = other.listen(m_server->port());
    QVERIFY(!port);
    QCOMPARE(port.error().kind, Kind::Conflict);
    QVERIFY(port.error().message.contains(QString::number(m_server->port())));
    QCOMPARE(other.port(), quint16(0));
}

void TestHttpServer::cyclesLeaveNoDescriptorBehind()
{
    m_server.reset();
    services::waiting::LoopTimers timers;
    const auto cycle = [&] {
        HttpServer server({}, timers, [this](HttpRequest request, HttpResponder responder) {
            m_asked.push_back({std::move(request), std::move(responder)});
        });
        const auto port = server.listen(0);
        QVERIFY(port);
        RawClient busy(*port);
        RawClient idle(*port);
        busy.send(get);
        QVERIFY(turnUntil([this] { return !m_asked.empty(); }));
        m_asked.clear();
        server.reset();
        QVERIFY(busy.waitForClose());
    };
    cycle();
    const auto before = openDescriptors();
    for (int round = 0; round < 1000; ++round)
        cycle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(openDescriptors(), before);
}

int main(int count, char **arguments)
{
    QCoreApplication::setEventDispatcher(new services::waiting::EpollDispatcher); // as instances do
    QCoreApplication application(count, arguments);
    TestHttpServer test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_httpserver.moc"
