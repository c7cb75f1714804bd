// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include <services/transport/httpserver.h>
#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>

#include <QTest>

using namespace services::transport;
using tests::transport::RawClient;

namespace {

const QByteArray host = "Host: 127.0.0.1\r\n";

QByteArray get(const QByteArray &target, const QByteArray &headers = host)
{
    return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &headers, const QByteArray &body)
{
    return "POST /echo HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

// What a smuggler wants to see answered: it must never be.
const QByteArray smuggled = "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

} // namespace

// Bytes which no honest client sends, over a real socket: which answer they get and whether the connection
// ends.
class TestHostileInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answer_data();
    void answer();
    void answerOfBytesOneByOne_data();
    void answerOfBytesOneByOne();
    void oneHostileClientDisturbsNoOther();

private:
    services::waiting::LoopTimers m_timers;
    std::unique_ptr<HttpServer> m_server;
    QByteArrayList m_seen; // the targets of requests which reached the handler
};

void TestHostileInput::init()
{
    m_seen.clear();
    HttpLimits limits;
    limits.bodyBytes = 1000;
    m_server = std::make_unique<HttpServer>(
        limits, m_timers, [this](HttpRequest request, HttpResponder responder) {
            m_seen.append(request.target);
            HttpResponse response;
            response.headers.add("Content-Type", "text/plain");
            response.body = request.method + ' ' + request.target + ' ' + request.body;
            responder.respond(std::move(response));
        });
    QVERIFY(m_server->listen(0));
}

void TestHostileInput::answer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("statuses");
    QTest::addColumn<bool>("closes");

    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &statuses,
                        bool closes = true) { QTest::newRow(name) << bytes << statuses << closes; };
    const bool open = false;
    const QByteArray zero(1, '\0');

    // The request line.
    row("a plain request is fine", get("/"), "200", open);
    row("one empty line before a request is forgiven", "\r\n" + get("/"), "200", open);
    row("two empty lines before a request", "\r\n\r\n" + get("/"), "400");
    row("a TLS greeting", QByteArray::fromHex("160301020001000001fc0303"), "400");
    row("binary rubbish", QByteArray::fromHex("00ff00ff00ff"), "400");
    row("words that are not HTTP", "hello there\r\n\r\n", "400");
    row("HTTP/0.9", "GET /\r\n", "400");
    row("HTTP/2.0 by prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505");
    row("a version of the future", "GET / HTTP/1.2\r\n" + host + "\r\n", "505");
    row("a malformed version", "GET / HTTP/1\r\n" + host + "\r\n", "400");
    row("a version in lower case", "GET / http/1.1\r\n" + host + "\r\n", "400");
    row("an unknown method", "BREW / HTTP/1.1\r\n" + host + "\r\n", "501");
    row("a method in lower case", "get / HTTP/1.1\r\n" + host + "\r\n", "501");
    row("a method of WebDAV", "PROPFIND / HTTP/1.1\r\n" + host + "\r\n", "501");
    row("TRACE", "TRACE / HTTP/1.1\r\n" + host + "\r\n", "501");
    row("CONNECT", "CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + host + "\r\n" + smuggled, "501");
    row("a method with a control character", "GE\x01T / HTTP/1.1\r\n" + host + "\r\n", "400");
    row("a space before the method", " GET / HTTP/1.1\r\n" + host + "\r\n", "400");
    row("two spaces before the target", "GET  / HTTP/1.1\r\n" + host + "\r\n", "400");
    row("a space in the target", "GET /a b HTTP/1.1\r\n" + host + "\r\n", "400");
    row("a tab instead of a space", "GET\t/\tHTTP/1.1\r\n" + host + "\r\n", "400");
    row("no target", "GET HTTP/1.1\r\n" + host + "\r\n", "400");
    row("a NUL in the target", "GET /a" + zero + "b HTTP/1.1\r\n" + host + "\r\n", "400");
    row("a bare CR in the request line", "GET /\r HTTP/1.1\r\n" + host + "\r\n", "400");

    // The target.
    row("a target without a slash", get("products"), "400");
    row("an asterisk with GET", get("*"), "400");
    row("an asterisk with OPTIONS is fine", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", "200", open);
    row("an absolute target of this machine is fine", get("http://localhost:80/a"), "200", open);
    row("an absolute target of elsewhere", get("http://example.com/"), "421");
    row("an absolute target of another scheme", get("ftp://127.0.0.1/"), "400");
    row("an absolute target without a host", get("http:///a"), "400");
    row("an absolute target with a user", get("http://me@127.0.0.1/"), "400");
    row("a fragment", get("/a#b"), "400");
    row("a character that is not ASCII", get("/caf\xc3\xa9"), "400");
    row("an escape without digits", get("/%zz"), "400");
    row("an escape cut short", get("/a%4"), "400");
    row("a malformed escape in the query", get("/a?q=%"), "400");
    row("a path upwards", get("/../etc/passwd"), "400");
    row("a path upwards at the end", get("/a/.."), "400");
    row("a path upwards, encoded", get("/%2e%2E/etc/passwd"), "400");
    row("a path upwards, half encoded", get("/a/.%2e/b"), "400");
    row("a dot segment", get("/a/./b"), "400");
    row("dots in a name are fine", get("/a..b/...c?x=../y"), "200", open);
    row("a target of 9,000 bytes", get("/" + QByteArray(9000, 'a')), "414");
    row("a first line without an end", "GET /" + QByteArray(20000, 'a'), "414");

    // Host.
    row("no Host", get("/", ""), "400");
    row("an empty Host", get("/", "Host:\r\n"), "400");
    row("two equal Hosts", get("/", host + host), "400");
    row("two different Hosts", get("/", host + "Host: example.com\r\n"), "400");
    row("the Host of elsewhere", get("/", "Host: example.com\r\n"), "421");
    row("a Host that begins like ours", get("/", "Host: 127.0.0.1.example.com\r\n"), "421");
    row("a Host that ends like ours", get("/", "Host: evil-localhost\r\n"), "421");
    row("another loopback number", get("/", "Host: 127.0.0.2\r\n"), "421");
    row("a Host with a user", get("/", "Host: me@localhost\r\n"), "400");
    row("a Host with a path", get("/", "Host: localhost/a\r\n"), "400");
    row("a Host with a malformed port", get("/", "Host: localhost:8a\r\n"), "400");
    row("two Hosts in one line", get("/", "Host: localhost, example.com\r\n"), "400");
    row("localhost with a port is fine", get("/", "Host: LocalHost:8080\r\n"), "200", open);
    row("the IPv6 loopback is fine", get("/", "Host: [::1]:8080\r\n"), "200", open);
    row("HTTP/1.0 without Host is fine, and closes", "GET / HTTP/1.0\r\n\r\n", "200");
    row("HTTP/1.0 with keep-alive stays open", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "200",
        open);
    row("HTTP/1.0 with the Host of elsewhere", "GET / HTTP/1.0\r\nHost: example.com\r\n\r\n", "421");

    // Header lines.
    row("a space before the colon", get("/", host + "Accept : a\r\n"), "400");
    row("a space before the colon of a length", post("Content-Length : 5\r\n", "hello"), "400");
    row("a header line without a colon", get("/", host + "Accept\r\n"), "400");
    row("a header line without a name", get("/", host + ": a\r\n"), "400");
    row("a name with a space", get("/", host + "Ac cept: a\r\n"), "400");
    row("a name with a bracket", get("/", host + "Ac(cept: a\r\n"), "400");
    row("a folded header line", get("/", host + "Accept: a\r\n b\r\n"), "400");
    row("a folded line right after the request line", get("/", " Accept: a\r\n" + host), "400");
    row("a bare LF after the request line", "GET / HTTP/1.1\n" + host + "\r\n", "400");
    row("a bare LF after a header line", "GET / HTTP/1.1\r\nHost: 127.0.0.1\n\r\n", "400");
    row("a bare LF as the empty line", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\n", "400");
    row("a bare CR in a value", get("/", host + "Accept: a\rb\r\n"), "400");
    row("a header line hidden behind a bare CR",
        post("A:\rBTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), "400");
    row("a bare CR and a byte as the empty line",
        "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 8\r\n\rXbody\r\n\r\n" + smuggled, "400");
    row("two CRs at the end of a line", get("/", host + "Accept: a\r\r\n"), "400");
    row("two CRs at the end of the request line", "GET / HTTP/1.1\r\r\n" + host + "\r\n", "400");
    row("two CRs in the empty line", "GET / HTTP/1.1\r\n" + host + "\r\r\n", "400");
    row("a NUL in a value", get("/", host + "Accept: a" + zero + "b\r\n"), "400");
    row("a NUL in a name", get("/", host + "Acc" + zero + "ept: a\r\n"), "400");
    row("a control character in a value", get("/", host + "Accept: \x01\r\n"), "400");
    row("a header of 17 KiB in one line", get("/", host + "A: " + QByteArray(17 * 1024, 'a') + "\r\n"),
        "431");
    row("a header of 17 KiB in many lines",
        get("/", host + QByteArray("A: 123456789012345678901234567890\r\n").repeated(500)), "431");
    row("101 header lines", get("/", host + QByteArray("A: b\r\n").repeated(101)), "431");
    row("a header without an end", "GET / HTTP/1.1\r\n" + host + QByteArray("A: b\r\n").repeated(10000),
        "431");

    // The length of the body.
    row("a body is fine", post("Content-Length: 5\r\n", "hello"), "200", open);
    row("a length and nothing else is fine", post("Content-Length: 0\r\n", ""), "200", open);
    row("a POST without a length has no body", post("", ""), "200", open);
    row("two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello" + smuggled), "400");
    row("two different lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello" + smuggled),
        "400");
    row("two lengths in one line", post("Content-Length: 5, 5\r\n", "hello" + smuggled), "400");
    row("a negative length", post("Content-Length: -1\r\n", smuggled), "400");
    row("a length with a plus", post("Content-Length: +5\r\n", "hello" + smuggled), "400");
    row("a length in hexadecimal", post("Content-Length: 0x5\r\n", "hello" + smuggled), "400");
    row("a length with a fraction", post("Content-Length: 5.0\r\n", "hello" + smuggled), "400");
    row("a length with a space inside", post("Content-Length: 5 5\r\n", "hello" + smuggled), "400");
    row("an empty length", post("Content-Length:\r\n", smuggled), "400");
    row("a length that is a word", post("Content-Length: five\r\n", "hello" + smuggled), "400");
    row("a length of 2^63", post("Content-Length: 9223372036854775808\r\n", "x"), "413");
    row("a length of 2^64 - 1", post("Content-Length: 18446744073709551615\r\n", "x"), "413");
    row("a length of 2^64", post("Content-Length: 18446744073709551616\r\n", "x"), "400");
    row("a length over the limit", post("Content-Length: 1001\r\n", "x"), "413");
    row("a length at the limit is fine", post("Content-Length: 1000\r\n", QByteArray(1000, 'x')), "200",
        open);

    // Transfer codings.
    row("chunks are fine", post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), "200", open);
    row("chunks with extensions and trailers are fine",
        post("Transfer-Encoding: Chunked\r\n", "5;a=b\r\nhello\r\n0\r\nDigest: x\r\n\r\n"), "200", open);
    row("a length and chunks",
        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), "400");
    row("chunks and a length",
        post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + smuggled), "400");
    row("two transfer codings",
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n" + smuggled), "400");
    row("chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n" + smuggled), "400");
    row("gzip and chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + smuggled), "501");
    row("a coding that is not chunked at the end",
        post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n" + smuggled), "400");
    row("an unknown coding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + smuggled), "400");
    row("a coding hidden by a vertical tab",
        post("Transfer-Encoding: \x0b"
             "chunked\r\n",
             "0\r\n\r\n" + smuggled),
        "400");
    row("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400");
    row("a chunk size that is a word", post("Transfer-Encoding: chunked\r\n", "five\r\nhello\r\n0\r\n\r\n"),
        "400");
    row("a chunk size with 0x", post("Transfer-Encoding: chunked\r\n", "0x5\r\nhello\r\n0\r\n\r\n"), "400");
    row("a negative chunk size", post("Transfer-Encoding: chunked\r\n", "-5\r\nhello\r\n0\r\n\r\n"), "400");
    row("an empty chunk size", post("Transfer-Encoding: chunked\r\n", "\r\nhello\r\n0\r\n\r\n"), "400");
    row("a chunk size of 2^64", post("Transfer-Encoding: chunked\r\n", "10000000000000000\r\nhello\r\n"),
        "400");
    row("a chunk size of 2^64 - 1",
        post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\n" + QByteArray(2000, 'x')), "413");
    row("a bare LF after a chunk size", post("Transfer-Encoding: chunked\r\n", "5\nhello\r\n0\r\n\r\n"),
        "400");
    row("a bare CR after a chunk size", post("Transfer-Encoding: chunked\r\n", "5\rhello\r\n0\r\n\r\n"),
        "400");
    row("a space after a chunk size", post("Transfer-Encoding: chunked\r\n", "5 \r\nhello\r\n0\r\n\r\n"),
        "400");
    row("a chunk longer than its size", post("Transfer-Encoding: chunked\r\n", "5\r\nhelloo\r\n0\r\n\r\n"),
        "400");
    row("a chunk which ends in a bare LF", post("Transfer-Encoding: chunked\r\n", "5\r\nhello\n0\r\n\r\n"),
        "400");
    row("two other bytes after a chunk", post("Transfer-Encoding: chunked\r\n", "5\r\nhelloXX0\r\n\r\n"),
        "400");
    row("a CR and another byte after a chunk",
        post("Transfer-Encoding: chunked\r\n", "5\r\nhello\rX0\r\n\r\n"), "400");
    row("two bare LFs after a chunk", post("Transfer-Encoding: chunked\r\n", "5\r\nhello\n\n0\r\n\r\n"),
        "400");
    row("a CR and another byte after a chunk size",
        post("Transfer-Encoding: chunked\r\n", "5\rXhello\r\n0\r\n\r\n"), "400");
    row("a CR and another byte after the last chunk's size",
        post("Transfer-Encoding: chunked\r\n", "0\rX\r\n" + smuggled), "400");
    row("a CR and another byte after the last chunk",
        post("Transfer-Encoding: chunked\r\n", "0\r\n\rX" + smuggled), "400");
    row("a CR and another byte in a chunk's extension",
        post("Transfer-Encoding: chunked\r\n", "5;a\rXhello\r\n0\r\n\r\n"), "400");
    row("a bare CR in a trailer", post("Transfer-Encoding: chunked\r\n", "0\r\nA: b\rC: d\r\n\r\n"), "400");
    row("a CR and another byte in an empty trailer",
        post("Transfer-Encoding: chunked\r\n", "0\r\nA:\rXC: d\r\n\r\n"), "400");
    row("a bare LF in an empty trailer", post("Transfer-Encoding: chunked\r\n", "0\r\nA:\n\r\n"), "400");
    row("a NUL in a chunk's extension",
        post("Transfer-Encoding: chunked\r\n", "5;a" + zero + "\r\nhello\r\n0\r\n\r\n"), "400");
    row("a bare LF in a chunk's extension",
        post("Transfer-Encoding: chunked\r\n", "5;a\nb\r\nhello\r\n0\r\n\r\n"), "400");
    row("a bare LF in a trailer", post("Transfer-Encoding: chunked\r\n", "0\r\nA: b\n\r\n"), "400");
    row("a bare LF after the last chunk", post("Transfer-Encoding: chunked\r\n", "0\r\n\n"), "400");
    row("chunks over the limit",
        post("Transfer-Encoding: chunked\r\n", "400\r\n" + QByteArray(1024, 'x') + "\r\n0\r\n\r\n"), "413");
    row("an endless chunk extension", post("Transfer-Encoding: chunked\r\n", "5;" + QByteArray(40'000, 'a')),
        "431");
    row("endless trailers",
        post("Transfer-Encoding: chunked\r\n", "0\r\n" + QByteArray("A: b\r\n").repeated(8'000)), "431");

    // Expectations, upgrades, and what follows.
    row("an unknown expectation", post("Expect: miracles\r\nContent-Length: 5\r\n", "hello"), "417");
    row("an expectation with too large a body", post("Expect: 100-continue\r\nContent-Length: 5000\r\n", ""),
        "413");
    row("an upgrade is answered as HTTP and then ends",
        get("/", host + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n")
            + smuggled,
        "200");
    row("a WebSocket is answered as HTTP and then ends",
        get("/",
            host
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: "
                  "dGhlIHNhbXBsZSBub25jZQ==\r\n"),
        "200");
    row("nothing is read after Connection: close", get("/", host + "Connection: close\r\n") + smuggled,
        "200");
    row("a good request before a bad one is answered", get("/") + "rubbish\r\n\r\n", "200 400");
    row("nothing is read after a bad request", "rubbish\r\n\r\n" + smuggled, "400");
    row("a body of GET is not a request",
        get("/", host + "Content-Length: " + QByteArray::number(smuggled.size()) + "\r\n") + smuggled, "200",
        open);
}

void TestHostileInput::answer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, statuses);
    QFETCH(bool, closes);

    RawClient client(m_server->port());
    client.send(bytes);
    if (closes)
        QVERIFY2(client.waitForClose(), client.received);
    else
        QVERIFY2(client.waitForAnswers(statuses.split(' ').size()), client.received);
    QCOMPARE(client.statuses(), statuses);
    QVERIFY(!m_seen.contains("/smuggled"));
    if (closes) {
        QVERIFY2(client.received.contains("Connection: close"), client.received);
        QTRY_COMPARE(m_server->connections(), 0);
        return;
    }
    client.send("GET /still/there HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(client.waitForText("GET /still/there"));
    QVERIFY(!client.isClosed());
}

void TestHostileInput::answerOfBytesOneByOne_data()
{
    answer_data();
}

// The same bytes in pieces of one: whoever reads ahead, or forgets between reads, shows it here.
void TestHostileInput::answerOfBytesOneByOne()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, statuses);
    QFETCH(bool, closes);
    if (bytes.size() > 400)
        return; // size is what these rows are about

    RawClient client(m_server->port());
    for (const char byte : std::as_const(bytes)) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    if (closes)
        QVERIFY2(client.waitForClose(), client.received);
    else
        QVERIFY2(client.waitForAnswers(statuses.split(' ').size()), client.received);
    QCOMPARE(client.statuses(), statuses);
    QVERIFY(!m_seen.contains("/smuggled"));
}

void TestHostileInput::oneHostileClientDisturbsNoOther()
{
    RawClient honest(m_server->port());
    RawClient hostile(m_server->port());
    honest.send("POST /echo HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhe");
    hostile.send(QByteArray(100'000, 'x'));
    QVERIFY(hostile.waitForClose());
    honest.send("llo");
    QVERIFY(honest.waitForText("POST /echo hello"));
}

int main(int count, char **arguments)
{
    QCoreApplication::setEventDispatcher(new services::waiting::EpollDispatcher); // as instances do
    QCoreApplication application(count, arguments);
    TestHostileInput test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_hostileinput.moc"
