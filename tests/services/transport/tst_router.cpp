// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/router.h>

#include <QTest>

using namespace Qt::StringLiterals;
using services::transport::Kind;
using services::transport::Router;

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
    void listsTheMethodsOfAPath();
    void tellsCapabilitiesWithTheSameOperationApart();

private:
    Router m_router;
};

void TestRouter::initTestCase()
{
    for (const auto *operation :
         {"GET /", "GET /products", "GET /products/{id}", "PUT /products/{id}", "GET /products/{id}/picture",
          "DELETE /sessions/{id}", "DELETE /sessions/current", "PUT /cart/items/{product}", "GET /a/{x}/{y}"})
        m_router.add({{u"shop"_s}, QString::fromLatin1(operation)});
}

void TestRouter::matches_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("parameters");
    const auto row = [](const char *name, const char *method, const char *path, const char *operation,
                        const char *parameters) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QString::fromLatin1(operation)
                            << QString::fromUtf8(parameters);
    };
    row("the root", "GET", "/", "GET /", "");
    row("a literal path", "GET", "/products", "GET /products", "");
    row("a parameter", "GET", "/products/42", "GET /products/{id}", "id=42");
    row("the same path, another method", "PUT", "/products/42", "PUT /products/{id}", "id=42");
    row("HEAD finds what GET finds", "HEAD", "/products/42", "GET /products/{id}", "id=42");
    row("a literal after a parameter", "GET", "/products/42/picture", "GET /products/{id}/picture", "id=42");
    row("a literal wins over a parameter", "DELETE", "/sessions/current", "DELETE /sessions/current", "");
    row("anything else is the parameter", "DELETE", "/sessions/currents", "DELETE /sessions/{id}",
        "id=currents");
    row("an encoded slash belongs to its segment", "GET", "/products/a%2Fb", "GET /products/{id}", "id=a/b");
    row("an encoded word", "PUT", "/cart/items/caf%C3%A9%20noir", "PUT /cart/items/{product}",
        "product=café noir");
    row("two parameters", "GET", "/a/1/2", "GET /a/{x}/{y}", "x=1 y=2");
}

void TestRouter::matches()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const auto match = m_router.match(method, path);
    QVERIFY2(match, match ? "" : qPrintable(match.error().message));
    QTEST(match->endpoint.operation, "operation");
    QStringList parameters;
    for (auto entry = match->path.begin(); entry != match->path.end(); ++entry)
        parameters.append(entry.key() + u'=' + entry.value());
    QTEST(parameters.join(u' '), "parameters");
}

void TestRouter::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *method, const char *path, Kind kind) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << static_cast<int>(kind);
    };
    row("an unknown path", "GET", "/nothing", Kind::NotFound);
    row("a path that is too long", "GET", "/products/42/picture/large", Kind::NotFound);
    row("an empty parameter", "GET", "/products/", Kind::NotFound);
    row("a doubled slash", "GET", "//products", Kind::NotFound);
    row("an asterisk", "OPTIONS", "*", Kind::NotFound);
    row("a path in another case", "GET", "/Products", Kind::NotFound);
    row("a method that the path does not take", "POST", "/products/42", Kind::InvalidInput);
    row("an encoded NUL", "GET", "/products/a%00b", Kind::InvalidInput);
    row("bytes that are not UTF-8", "GET", "/products/%ff", Kind::InvalidInput);
    row("a malformed escape", "GET", "/products/%4", Kind::InvalidInput);
}

void TestRouter::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const auto match = m_router.match(method, path);
    QVERIFY(!match);
    QTEST(static_cast<int>(match.error().kind), "kind");
}

void TestRouter::listsTheMethodsOfAPath()
{
    QCOMPARE(m_router.allowed("/products/42"), "GET, HEAD, PUT");
    QCOMPARE(m_router.allowed("/sessions/current"), "DELETE");
    QCOMPARE(m_router.allowed("/nothing"), "");
}

void TestRouter::tellsCapabilitiesWithTheSameOperationApart()
{
    Router router;
    router.add({{u"left"_s}, u"GET /"_s});
    router.add({{u"right"_s}, u"GET /"_s});
    QCOMPARE(router.match("GET", "/")->endpoint.capability.value, u"left"_s);
    QCOMPARE(router.match("GET", "/", {u"right"_s})->endpoint.capability.value, u"right"_s);
    QCOMPARE(router.match("GET", "/", {u"other"_s}).error().kind, Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
