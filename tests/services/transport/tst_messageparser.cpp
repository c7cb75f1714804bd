// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/httprequestparser.h>
#include <services/transport/httpresponseparser.h>

#include <QTest>

using namespace services::transport;

namespace {

// What a message is, in a line: for comparing whole.
QByteArray shown(const HttpRequest &request)
{
    QByteArray text = request.method + ' ' + request.target;
    for (int index = 0; index < request.headers.size(); ++index)
        text += '|' + request.headers.at(index).name.toByteArray() + '='
            + request.headers.at(index).value.toByteArray();
    return text + '|' + request.body;
}

// All messages of a stream which arrives in pieces of these lengths (the last one is repeated).
QByteArrayList parsed(const QByteArray &stream, const std::vector<qsizetype> &pieces)
{
    HttpRequestParser parser(HttpLimits{});
    QByteArrayList messages;
    std::size_t piece = 0;
    for (qsizetype at = 0; at < stream.size();) {
        const auto length = std::min(pieces[std::min(piece++, pieces.size() - 1)], stream.size() - at);
        auto bytes = QByteArrayView(stream).sliced(at, length);
        at += length;
        while (!bytes.isEmpty() && parser.state() != MessageParser::State::Failed) {
            bytes = bytes.sliced(parser.parse(bytes));
            if (parser.state() == MessageParser::State::Complete)
                messages.append(shown(parser.take()));
        }
    }
    if (parser.state() == MessageParser::State::Failed)
        messages.append(QByteArray::number(parser.rejection().status));
    return messages;
}

} // namespace

// The sans-I/O core: the same bytes mean the same messages, however they arrive.
class TestMessageParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meansTheSameInAnyPieces_data();
    void meansTheSameInAnyPieces();
    void takesNothingBeyondTheMessage();
    void trimsValues();
    void holdsNoMoreThanTheLimit();
    void knowsWhetherAnythingHasBegun();
    void answersToHeadHaveNoBody();
    void answersOfSomeStatusesHaveNoBody_data();
    void answersOfSomeStatusesHaveNoBody();
};

void TestMessageParser::meansTheSameInAnyPieces_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("messages");
    const QByteArray get = "GET /a?b HTTP/1.1\r\nHost: localhost\r\nA:  1 \r\n\r\n";
    const QByteArray shownGet = "GET /a?b|Host=localhost|A=1|";
    QTest::newRow("one request") << get << QByteArrayList{shownGet};
    QTest::newRow("empty lines between requests")
        << "\r\n" + get + "\r\n" + get << QByteArrayList{shownGet, shownGet};
    QTest::newRow("a body, then a request")
        << "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 12\r\n\r\nGET /\r\n\r\nend" + get
        << QByteArrayList{"PUT /|Host=localhost|Content-Length=12|GET /\r\n\r\nend", shownGet};
    QTest::newRow("chunks, then a request")
        << "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
           "chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: "
           "v\r\n\r\n"
            + get
        << QByteArrayList{"POST /|Host=localhost|Transfer-Encoding=chunked|abc0123456789", shownGet};
    QTest::newRow("a request, then rubbish") << get + "\r\n@rubbish\r\n\r\n"
                                             << QByteArrayList{shownGet, "400"};
    QTest::newRow("a folded line") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n")
                                   << QByteArrayList{"400"};
    QTest::newRow("a chunk that ends wrongly") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n")
                                               << QByteArrayList{"400"};
    QTest::newRow("chunks whose last line ends wrongly") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\n")
                                                         << QByteArrayList{"400"};
}

void TestMessageParser::meansTheSameInAnyPieces()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, messages);
    QCOMPARE(parsed(stream, {stream.size()}), messages);
    QCOMPARE(parsed(stream, {1}), messages);
    for (qsizetype first = 1; first < stream.size(); ++first) {
        QCOMPARE(parsed(stream, {first, stream.size()}), messages);
        for (qsizetype second = 1; second < stream.size() - first; second += 3)
            QCOMPARE(parsed(stream, {first, second, stream.size()}), messages);
    }
}

void TestMessageParser::takesNothingBeyondTheMessage()
{
    HttpRequestParser parser(HttpLimits{});
    const QByteArray first = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    QCOMPARE(parser.parse(first + "GET /next"), first.size());
    QCOMPARE(parser.state(), MessageParser::State::Complete);
    QCOMPARE(parser.parse("more"), 0); // until it is taken
    QCOMPARE(parser.take().target, "/");
    QCOMPARE(parser.parse("GET /next"), 9);
}

void TestMessageParser::trimsValues()
{
    HttpRequestParser parser(HttpLimits{});
    parser.parse("GET / HTTP/1.1\r\nHost:\t localhost \t\r\nEmpty:\r\nBlank:   \r\nInner: a  b\r\n\r\n");
    QCOMPARE(parser.state(), MessageParser::State::Complete);
    const auto request = parser.take();
    QCOMPARE(request.headers.find("host"), "localhost");
    QVERIFY(request.headers.contains("empty"));
    QCOMPARE(request.headers.find("empty"), "");
    QCOMPARE(request.headers.find("blank"), "");
    QCOMPARE(request.headers.find("inner"), "a  b");
}

void TestMessageParser::holdsNoMoreThanTheLimit()
{
    HttpLimits limits;
    HttpRequestParser parser(limits);
    const QByteArray flood(200, 'a');
    qsizetype taken = parser.parse("GET /");
    for (int piece = 0; piece < 1000 && parser.state() == MessageParser::State::Head; ++piece)
        taken += parser.parse(flood);
    QCOMPARE(parser.state(), MessageParser::State::Failed);
    QVERIFY(taken <= limits.headerBytes);
    QCOMPARE(parser.parse(flood), 0); // nothing more
}

void TestMessageParser::knowsWhetherAnythingHasBegun()
{
    HttpRequestParser parser(HttpLimits{});
    QVERIFY(!parser.hasBegun());
    parser.parse("G");
    QVERIFY(parser.hasBegun());
    parser.parse("ET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    parser.take();
    QVERIFY(!parser.hasBegun());
    parser.parse("\r\n");
    QVERIFY(!parser.hasBegun()); // an empty line is no request
}

void TestMessageParser::answersToHeadHaveNoBody()
{
    HttpResponseParser parser(HttpClientLimits{});
    parser.expect(true);
    const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n";
    QCOMPARE(parser.parseAnswer(answer + "HTTP"), answer.size());
    QCOMPARE(parser.state(), MessageParser::State::Complete);
    QVERIFY(parser.keepsAlive());
    QCOMPARE(parser.take().headers.find("content-length"), "100000000");
    parser.expect(false);
    parser.parseAnswer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    QCOMPARE(parser.take().body, "ok");
}

void TestMessageParser::answersOfSomeStatusesHaveNoBody_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n");
    QTest::newRow("not modified") << QByteArray("HTTP/1.1 304 Not Modified\r\n");
    QTest::newRow("an informational one before it")
        << QByteArray("HTTP/1.1 103 Early Hints\r\nContent-Length: 4\r\n\r\nHTTP/1.1 204 No Content\r\n");
}

// Whatever their header lines announce: waiting for it would swallow the next answer.
void TestMessageParser::answersOfSomeStatusesHaveNoBody()
{
    QFETCH(QByteArray, line);
    for (const QByteArray announced :
         {"Content-Length: 4\r\n", "Content-Length: 100000000\r\n", "Transfer-Encoding: chunked\r\n"}) {
        HttpResponseParser parser(HttpClientLimits{});
        const auto answer = line + announced + "\r\n";
        QCOMPARE(parser.parseAnswer(answer + "HTTP"), answer.size());
        QVERIFY(parser.state() == MessageParser::State::Complete);
        QVERIFY(parser.keepsAlive());
        QCOMPARE(parser.take().body, "");
    }
}

QTEST_GUILESS_MAIN(TestMessageParser)
#include "tst_messageparser.moc"
