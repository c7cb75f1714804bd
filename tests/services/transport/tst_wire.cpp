// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/httprequestparser.h>
#include <services/transport/httpresponseparser.h>
#include <services/transport/httpserialiser.h>
#include <services/transport/wire.h>

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::transport;
using namespace std::chrono_literals;
using services::contract::Instant;
using services::contract::Reply;
using services::contract::Request;

Q_DECLARE_METATYPE(services::contract::Reply)

namespace {

constexpr Instant now{1000s};

Router shopRouter()
{
    Router router;
    for (const auto *operation : {"GET /search", "GET /products/{id}", "PUT /products/{id}", "POST /orders"})
        router.add({{u"shop"_s}, QString::fromLatin1(operation)});
    return router;
}

Request requestTo(const QString &operation)
{
    Request request;
    request.endpoint = {{u"shop"_s}, operation};
    return request;
}

// Through the very bytes.
HttpRequest carried(const HttpRequest &request)
{
    QByteArray bytes;
    serialiser::append(bytes, request, {80});
    HttpRequestParser parser(HttpLimits{});
    const auto taken = parser.parse(bytes);
    if (taken != bytes.size() || parser.state() != MessageParser::State::Complete)
        qFatal("not a request: %s", bytes.constData());
    return parser.take();
}

HttpResponse carried(const HttpResponse &response)
{
    QByteArray bytes;
    serialiser::append(bytes, response, {});
    HttpResponseParser parser(HttpClientLimits{});
    parser.parseAnswer(bytes);
    if (parser.state() != MessageParser::State::Complete)
        qFatal("not a response: %s", bytes.constData());
    return parser.take();
}

} // namespace

// What is put into the wire comes out of it, through the bytes of real messages.
class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesRequests_data();
    void carriesRequests();
    void writesEmptyTexts();
    void carriesTheContext();
    void roundsTheDeadlineUp_data();
    void roundsTheDeadlineUp();
    void refusesRequests_data();
    void refusesRequests();
    void readsWhatBrowsersSend();
    void restartsAMalformedTrace();
    void carriesReplies_data();
    void carriesReplies();
    void carriesErrors_data();
    void carriesErrors();
    void hearsWhenToComeAgain_data();
    void hearsWhenToComeAgain();
    void keepsWhatConcernsOthersToItself_data();
    void keepsWhatConcernsOthersToItself();
    void readsAnswersOfOthers_data();
    void readsAnswersOfOthers();
    void rejectsAWrongMethodWithAllow();
    void rejectsEverythingElseWithoutAllow();
};

void TestWire::carriesRequests_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing but a path") << u"GET /search"_s << QString() << QString() << QByteArray();
    QTest::newRow("a plain id") << u"GET /products/{id}"_s << u"p-0001"_s << QString() << QByteArray();
    QTest::newRow("an id with a slash") << u"GET /products/{id}"_s << u"a/b"_s << QString() << QByteArray();
    QTest::newRow("an id with a question mark")
        << u"GET /products/{id}"_s << u"a?b#c"_s << QString() << QByteArray();
    QTest::newRow("an id with a percent")
        << u"GET /products/{id}"_s << u"100%25"_s << QString() << QByteArray();
    QTest::newRow("an id with a space") << u"GET /products/{id}"_s << u"a b+c"_s << QString() << QByteArray();
    QTest::newRow("an id in another script")
        << u"GET /products/{id}"_s << u"чай 茶 🍵"_s << QString() << QByteArray();
    QTest::newRow("an id with dots") << u"GET /products/{id}"_s << u"..a"_s << QString() << QByteArray();
    QTest::newRow("a query") << u"GET /search"_s << QString() << u"green tea"_s << QByteArray();
    QTest::newRow("a query of signs")
        << u"GET /search"_s << QString() << u"a=b&c+d;e%20\"<>\\"_s << QByteArray();
    QTest::newRow("a query with a line break")
        << u"GET /search"_s << QString() << u"a\r\nb"_s << QByteArray();
    QTest::newRow("a query in another script") << u"GET /search"_s << QString() << u"茶"_s << QByteArray();
    QTest::newRow("a body") << u"PUT /products/{id}"_s << u"p"_s << QString()
                            << QByteArray("{\"name\":\"Té\"}");
    QTest::newRow("a body of any bytes")
        << u"POST /orders"_s << QString() << QString() << QByteArray("\0\r\n\r\nGET / HTTP/1.1\r\n", 20);
}

void TestWire::carriesRequests()
{
    QFETCH(QString, operation);
    QFETCH(QString, id);
    QFETCH(QString, query);
    QFETCH(QByteArray, body);
    auto request = requestTo(operation);
    if (!id.isEmpty())
        request.path.insert(u"id"_s, id);
    if (!query.isEmpty()) {
        request.query.insert(u"q"_s, query);
        request.query.insert(query, u"the key"_s);
        request.query.insert(u"empty"_s, QString());
    }
    request.body = body;
    const auto received = wire::fromHttp(carried(wire::toHttp(request, now)), shopRouter(), now);
    QVERIFY2(received, received ? "" : qPrintable(received.error().message));
    QCOMPARE(received->endpoint, request.endpoint);
    QCOMPARE(received->path, request.path);
    QCOMPARE(received->query.size(), request.query.size());
    for (auto entry = request.query.begin(); entry != request.query.end(); ++entry)
        QCOMPARE(received->query.value(entry.key(), u"absent"_s), entry.value());
    QCOMPARE(received->body, body);
}

// A text without any bytes has no address either.
void TestWire::writesEmptyTexts()
{
    HttpResponse response;
    response.headers.add("Empty", QByteArrayView());
    const auto received = carried(response);
    QCOMPARE(received.headers.find("empty"), "");
    QVERIFY(received.body.isEmpty());

    HttpRequest request;
    request.body = QByteArray();
    QCOMPARE(carried(request).target, "/");
}

void TestWire::carriesTheContext()
{
    auto request = requestTo(u"POST /orders"_s);
    request.context.trace.trace = {1, 2, 3};
    request.context.trace.span = {4, 5, 6};
    request.context.trace.sampled = true;
    request.context.deadline = now + 1500ms;
    request.context.caller = {u"storefront"_s};
    request.context.session = "abc.def-_";
    request.context.idempotencyKey = "k 1";
    const auto received = wire::fromHttp(carried(wire::toHttp(request, now)), shopRouter(), now + 100s);
    QVERIFY(received);
    QCOMPARE(received->context.trace, request.context.trace);
    QVERIFY(received->context.deadline
            == now + 100s + 1500ms); // the time that is left travels, not the moment
    QCOMPARE(received->context.caller, request.context.caller);
    QCOMPARE(received->context.session, request.context.session);
    QCOMPARE(received->context.idempotencyKey, request.context.idempotencyKey);

    const auto bare
        = wire::fromHttp(carried(wire::toHttp(requestTo(u"POST /orders"_s), now)), shopRouter(), now);
    QVERIFY(bare);
    QVERIFY(bare->context.deadline == Instant::max());
    QVERIFY(!bare->context.trace.isValid());
    QVERIFY(bare->context.caller.isEmpty());
    QVERIFY(bare->context.session.isEmpty());
}

void TestWire::roundsTheDeadlineUp_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("a whole millisecond") << qint64(1'000'000) << QByteArray("1");
    QTest::newRow("a part of a millisecond is one") << qint64(1) << QByteArray("1");
    QTest::newRow("a little more is two") << qint64(1'000'001) << QByteArray("2");
    QTest::newRow("none is none") << qint64(0) << QByteArray("0");
    QTest::newRow("the past is none") << qint64(-5'000'000) << QByteArray("0");
}

void TestWire::roundsTheDeadlineUp()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QByteArray, header);
    auto request = requestTo(u"GET /search"_s);
    request.context.deadline = now + std::chrono::nanoseconds(nanoseconds);
    QCOMPARE(wire::toHttp(request, now).headers.find(wire::deadlineHeader), header);
}

void TestWire::refusesRequests_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("deadline");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *target, const char *deadline, Kind kind) {
        QTest::newRow(name) << QByteArray(target) << QByteArray(deadline) << static_cast<int>(kind);
    };
    row("an unknown path", "/nothing", "", Kind::NotFound);
    row("a method that is not offered", "/orders", "", Kind::InvalidInput);
    row("a malformed escape in the query", "/search?q=%zz", "", Kind::InvalidInput);
    row("a NUL in the query", "/search?q=%00", "", Kind::InvalidInput);
    row("a malformed key in the query", "/search?%ff=1", "", Kind::InvalidInput);
    row("a deadline that is a word", "/search", "soon", Kind::InvalidInput);
    row("a negative deadline", "/search", "-5", Kind::InvalidInput);
    row("an endless deadline", "/search", "99999999999999999999", Kind::InvalidInput);
}

void TestWire::refusesRequests()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, deadline);
    HttpRequest request;
    request.target = target;
    if (!deadline.isEmpty())
        request.headers.add(wire::deadlineHeader, deadline);
    const auto received = wire::fromHttp(request, shopRouter(), now);
    QVERIFY(!received);
    QTEST(static_cast<int>(received.error().kind), "kind");
}

void TestWire::readsWhatBrowsersSend()
{
    HttpRequest request;
    request.target = "/search?q=green+tea&&limit=5&q=black%20tea&flag";
    request.headers.add("authorization", "bearer  token ");
    const auto received = wire::fromHttp(request, shopRouter(), now);
    QVERIFY(received);
    QCOMPARE(received->query.value(u"q"_s), u"black tea"_s); // the last one counts
    QCOMPARE(received->query.value(u"limit"_s), u"5"_s);
    QVERIFY(received->query.contains(u"flag"_s));
    QCOMPARE(received->query.size(), 3);
    QCOMPARE(received->context.session, "token");
}

void TestWire::restartsAMalformedTrace()
{
    HttpRequest request;
    request.target = "/search";
    request.headers.add("traceparent", "00-rubbish");
    const auto received = wire::fromHttp(request, shopRouter(), now);
    QVERIFY(received);
    QVERIFY(!received->context.trace.isValid());
}

void TestWire::carriesReplies_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("JSON") << Reply::json(QJsonObject{{u"a"_s, 1}});
    QTest::newRow("something created") << [] {
        auto reply = Reply::json(QJsonObject{}, 201);
        reply.location = "/orders/1";
        return reply;
    }();
    QTest::newRow("no content") << Reply::noContent();
    QTest::newRow("a degraded reply") << [] {
        auto reply = Reply::json(QJsonObject{});
        reply.degraded = u"best sellers (100 %), naïvely 茶\r\nX: y"_s;
        return reply;
    }();
    QTest::newRow("a picture that may be kept") << [] {
        Reply reply;
        reply.mediaType = "image/svg+xml";
        reply.cacheControl = "public, max-age=60";
        reply.body = "<svg/>";
        return reply;
    }();
    QTest::newRow("not modified") << [] {
        auto reply = Reply::noContent();
        reply.status = 304;
        return reply;
    }();
}

void TestWire::carriesReplies()
{
    QFETCH(Reply, reply);
    const auto received = wire::fromHttp(carried(wire::toHttp(reply)));
    QVERIFY(received);
    QCOMPARE(received->status, reply.status);
    QCOMPARE(received->mediaType, reply.mediaType);
    QCOMPARE(received->body, reply.body);
    QCOMPARE(received->degraded, reply.degraded);
    QCOMPARE(received->location, reply.location);
    QCOMPARE(received->cacheControl, reply.cacheControl);
}

void TestWire::carriesErrors_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    const auto row = [](Kind kind, int status) {
        QTest::newRow(qPrintable(model::result::word(kind))) << static_cast<int>(kind) << status;
    };
    row(Kind::InvalidInput, 400);
    row(Kind::Unauthenticated, 401);
    row(Kind::Declined, 402);
    row(Kind::Forbidden, 403);
    row(Kind::NotFound, 404);
    row(Kind::Conflict, 409);
    row(Kind::TooLarge, 413);
    row(Kind::Overloaded, 503);
    row(Kind::Unavailable, 503);
    row(Kind::TimedOut, 504);
    row(Kind::Corrupt, 503);
    row(Kind::Full, 503);
    row(Kind::ReadOnly, 503);
    row(Kind::Internal, 500);
}

void TestWire::carriesErrors()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    const Error error{static_cast<Kind>(kind), u"It \"broke\": 茶\r\n"_s, u"/orders/1"_s};
    const auto http = carried(wire::toHttp(Result<Reply>(tl::unexpected<Error>(error))));
    QCOMPARE(http.status, status);
    QCOMPARE(http.headers.find("content-type"), "application/problem+json");
    QCOMPARE(http.headers.contains("retry-after"), status == 503);
    const auto received = wire::fromHttp(http);
    QVERIFY(!received);
    auto expected = error;
    expected.retryAfter = std::chrono::seconds(status == 503 ? 1 : 0);
    QCOMPARE(received.error(), expected);
}

void TestWire::hearsWhenToComeAgain_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("at once") << QByteArray("0") << 0;
    QTest::newRow("a date") << QByteArray("Wed, 21 Oct 2026 07:28:00 GMT") << 0;
    QTest::newRow("less than nothing") << QByteArray("-5") << 0;
    QTest::newRow("for ever") << QByteArray("99999999999999999999") << 0;
    QTest::newRow("nothing") << QByteArray() << 0;
}

void TestWire::hearsWhenToComeAgain()
{
    QFETCH(QByteArray, text);
    QFETCH(int, seconds);
    HttpResponse http;
    http.status = 429;
    if (!text.isEmpty())
        http.headers.add("Retry-After", text);
    const auto received = wire::fromHttp(http);
    QVERIFY(!received);
    QCOMPARE(received.error().kind, Kind::Overloaded);
    QCOMPARE(received.error().retryAfter, std::chrono::seconds(seconds));
}

void TestWire::keepsWhatConcernsOthersToItself_data()
{
    QTest::addColumn<int>("kind");
    for (const auto kind : {Kind::Refused, Kind::Reset, Kind::Cancelled})
        QTest::newRow(qPrintable(model::result::word(kind))) << static_cast<int>(kind);
}

void TestWire::keepsWhatConcernsOthersToItself()
{
    QFETCH(int, kind);
    const Error error{static_cast<Kind>(kind), u"The catalogue is not there"_s, {}};
    const auto http = wire::toHttp(Result<Reply>(tl::unexpected<Error>(error)));
    QCOMPARE(http.status, 503);
    QCOMPARE(wire::fromHttp(http).error().kind, Kind::Unavailable);
    QCOMPARE(wire::fromHttp(http).error().message, error.message);

    HttpResponse forged; // by whoever does not keep to it
    forged.status = 503;
    forged.headers.add("Content-Type", "application/problem+json");
    forged.body = "{\"type\":\"urn:faultline:problem:" + model::result::word(error.kind).toLatin1() + "\"}";
    QCOMPARE(wire::fromHttp(forged).error().kind, Kind::Unavailable);
}

void TestWire::readsAnswersOfOthers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("mediaType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, int status, const char *type, const char *body, Kind kind,
                        const char *message) {
        QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << static_cast<int>(kind)
                            << QString::fromLatin1(message);
    };
    row("a page of a proxy", 502, "text/html", "<h1>Bad Gateway</h1>", Kind::Internal,
        "The answer had status 502");
    row("an unknown problem", 409, "application/problem+json",
        R"({"type":"about:blank","detail":"Sold out"})", Kind::Conflict, "Sold out");
    row("an unknown kind of ours", 500, "application/problem+json",
        R"({"type":"urn:faultline:problem:new","detail":"x"})", Kind::Internal, "x");
    row("a problem that is no JSON", 404, "application/problem+json", "{", Kind::NotFound,
        "The answer had status 404");
    row("a problem that is a list", 404, "application/problem+json", "[1]", Kind::NotFound,
        "The answer had status 404");
    row("a redirection", 302, "text/html", "", Kind::Internal, "The answer had status 302");
    row("a teapot", 418, "", "", Kind::InvalidInput, "The answer had status 418");
    row("too many requests", 429, "", "", Kind::Overloaded, "The answer had status 429");
}

void TestWire::readsAnswersOfOthers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, mediaType);
    QFETCH(QByteArray, body);
    HttpResponse response;
    response.status = status;
    response.headers.add("Content-Type", mediaType);
    response.body = body;
    const auto received = wire::fromHttp(response);
    QVERIFY(!received);
    QTEST(static_cast<int>(received.error().kind), "kind");
    QTEST(received.error().message, "message");
}

void TestWire::rejectsAWrongMethodWithAllow()
{
    const auto router = shopRouter();
    HttpRequest request;
    request.method = "DELETE";
    request.target = "/products/1?x=y";
    const auto received = wire::fromHttp(request, router, now);
    QVERIFY(!received);
    const auto response = wire::rejection(received.error(), request.target, router);
    QCOMPARE(response.status, 405);
    QCOMPARE(response.headers.find("allow"), "GET, HEAD, PUT");
}

void TestWire::rejectsEverythingElseWithoutAllow()
{
    const auto router = shopRouter();
    for (const auto *target : {"/nothing", "/search?q=%zz", "/products/%zz"}) {
        HttpRequest request;
        request.target = target;
        const auto received = wire::fromHttp(request, router, now);
        QVERIFY(!received);
        const auto response = wire::rejection(received.error(), request.target, router);
        QCOMPARE(response.status, wire::statusOf(received.error().kind));
        QVERIFY(!response.headers.contains("allow"));
    }
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
