// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/accounts/accounts.h>
#include <services/shop/accounts/emailaddress.h>
#include <services/shop/accounts/password.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <tests/localshop/localshop.h>
#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Kind;

namespace {

QJsonObject registration(const QString &email)
{
    return {{u"email"_s, email}, {u"password"_s, u"correct horse"_s}, {u"name"_s, u"Ann"_s}};
}

QJsonObject credentials(const QString &email, const QString &password)
{
    return {{u"email"_s, email}, {u"password"_s, password}};
}

QJsonObject without(QJsonObject object, const QString &field)
{
    object.remove(field);
    return object;
}

QJsonObject with(QJsonObject object, const QString &field, const QJsonValue &value)
{
    object.insert(field, value);
    return object;
}

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void aCustomerRegistersAndLogsIn()
    {
        const auto registered = add(registration(u"ann@example.test"_s));
        QVERIFY(registered);
        QCOMPARE(registered->status, 201);
        QVERIFY(!registered->body.contains("correct horse"));
        const auto opened = logIn(u"ann@example.test"_s, u"correct horse"_s);
        QVERIFY(opened);
        QCOMPARE(opened->status, 201);
        QCOMPARE(json(opened)[u"name"_s].toString(), u"Ann"_s);
        QCOMPARE(json(opened)[u"expiresAt"_s].toString(), u"2026-01-01T12:00:00.000Z"_s);
        const auto own = me(json(opened)[u"token"_s].toString().toLatin1());
        QCOMPARE(json(own)[u"email"_s].toString(), u"ann@example.test"_s);
    }

    void anAddressIsTheSameInOtherLetters()
    {
        QVERIFY(add(registration(u"  Ann@Example.TEST "_s)));
        const auto again = add(registration(u"ann@example.test"_s));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Kind::Conflict);
        QCOMPARE(again.error().subject, u"/email"_s);
        QVERIFY(logIn(u"ANN@example.test"_s, u"correct horse"_s));
    }

    void theDemonstrationsCustomersLogIn()
    {
        const auto opened = logIn(u"shopper-001@example.test"_s, u"faultline-demo"_s);
        QVERIFY(opened);
        QVERIFY(logIn(u"shopper-200@example.test"_s, u"faultline-demo"_s));
        QCOMPARE(json(me(json(opened)[u"token"_s].toString().toLatin1()))[u"id"_s].toString(), u"a-001"_s);
    }

    void whatDoesNotBelongTogetherIsRefusedAlike()
    {
        const auto wrongPassword = logIn(u"shopper-001@example.test"_s, u"faultline-demo "_s);
        const auto unknown = logIn(u"nobody@example.test"_s, u"faultline-demo"_s);
        const auto noAddress = logIn(u"nobody"_s, u"x"_s);
        QVERIFY(!wrongPassword);
        QCOMPARE(wrongPassword.error().kind, Kind::Unauthenticated);
        QVERIFY(!unknown && unknown.error() == wrongPassword.error());
        QVERIFY(!noAddress && noAddress.error() == wrongPassword.error());
    }

    void anEndedSessionIsRefused()
    {
        const auto token = json(logIn(u"shopper-001@example.test"_s, u"faultline-demo"_s))[u"token"_s]
                               .toString()
                               .toLatin1();
        const auto other = json(logIn(u"shopper-001@example.test"_s, u"faultline-demo"_s))[u"token"_s]
                               .toString()
                               .toLatin1();
        QCOMPARE(logOut(token)->status, 204);
        QCOMPARE(me(token).error().kind, Kind::Unauthenticated);
        QVERIFY(me(other));
        QVERIFY2(logOut(token), "ending it again is no mistake");
        m_shop->crash(u"accounts"_s);
        m_shop->restart(u"accounts"_s);
        QCOMPARE(me(token).error().kind, Kind::Unauthenticated);
    }

    void endedSessionsAreForgottenWhenTheyWouldHaveExpired()
    {
        QVERIFY(logOut(m_shop->session(1)));
        m_shop->clock().advance(std::chrono::hours(13));
        QVERIFY(logOut(m_shop->session(2)));
        const auto kept = m_shop->database(u"accounts"_s)
                              .select<qint64>(u"SELECT count(*) FROM accounts_revoked_sessions"_s, {},
                                              [](const auto &row) { return row.integer(0); });
        QCOMPARE(kept->front(), 1);
    }

    void ownAccountNeedsASession()
    {
        QCOMPARE(me({}).error().kind, Kind::Unauthenticated);
        QCOMPARE(me("x.y").error().kind, Kind::Unauthenticated);
        QCOMPARE(logOut({}).error().kind, Kind::Unauthenticated);
        QCOMPARE(me(m_shop->session(4711)).error().kind, Kind::Unauthenticated);
    }

    void aWrongRegistrationNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("subject");
        const auto good = registration(u"ann@example.test"_s);
        const auto row = [](const char *name, const QJsonObject &object, const QString &subject) {
            QTest::newRow(name) << body(object) << subject;
        };
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("not JSON") << QByteArray("{") << QString();
        QTest::newRow("not UTF-8") << QByteArray("{\"email\":\"\xff\xfe\"}") << QString();
        QTest::newRow("a list") << QByteArray("[]") << QString();
        QTest::newRow("half a character")
            << QByteArray(R"({"email":"a@b.test","password":"correct horse","name":"\ud83d"})") << u"/name"_s;
        QTest::newRow("a zero character")
            << QByteArray(R"({"email":"a@b.test","password":"correct horse","name":"a\u0000b"})")
            << u"/name"_s;
        row("no address", without(good, u"email"_s), u"/email"_s);
        row("an address which is a number", with(good, u"email"_s, 7), u"/email"_s);
        row("an address without a domain", with(good, u"email"_s, u"ann@"_s), u"/email"_s);
        row("a password of seven letters", with(good, u"password"_s, u"1234567"_s), u"/password"_s);
        row("a password of 201 letters", with(good, u"password"_s, QString(201, u'x')), u"/password"_s);
        row("no password", without(good, u"password"_s), u"/password"_s);
        row("a password which is null", with(good, u"password"_s, QJsonValue::Null), u"/password"_s);
        row("a name of spaces", with(good, u"name"_s, u"   "_s), u"/name"_s);
        row("a name of 101 letters", with(good, u"name"_s, QString(101, u'x')), u"/name"_s);
        row("a name which is an object", with(good, u"name"_s, QJsonObject()), u"/name"_s);
    }
    void aWrongRegistrationNamesTheField()
    {
        QFETCH(QByteArray, request);
        QFETCH(QString, subject);
        const auto refused = m_shop->ask({u"accounts"_s, u"POST /accounts"_s, {}, {}, request});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
        QCOMPARE(refused.error().subject, subject);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept"); // empty: refused
        QTest::newRow("plain") << u"a@b.de"_s << u"a@b.de"_s;
        QTest::newRow("upper case") << u"A.B+c@Ex.Test"_s << u"a.b+c@ex.test"_s;
        QTest::newRow("composed differently") << u"a\u0308@b.de"_s << u"\u00e4@b.de"_s;
        QTest::newRow("no at") << u"a.b.de"_s << QString();
        QTest::newRow("two ats") << u"a@b@c.de"_s << QString();
        QTest::newRow("nothing before") << u"@b.de"_s << QString();
        QTest::newRow("no dot") << u"a@localhost"_s << QString();
        QTest::newRow("a dot at the end") << u"a@b.de."_s << QString();
        QTest::newRow("two dots") << u"a@b..de"_s << QString();
        QTest::newRow("a space") << u"a b@c.de"_s << QString();
        QTest::newRow("a line break") << u"a@b.de\nBcc: x@y.de"_s << QString();
        QTest::newRow("angle brackets") << u"<a@b.de>"_s << QString();
        QTest::newRow("65 letters before") << QString(65, u'a') + u"@b.de"_s << QString();
        QTest::newRow("255 letters") << u"a@"_s + QString(250, u'b') + u".de"_s << QString();
    }
    void addresses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QCOMPARE(accounts::normalisedEmail(typed).value_or(QString()), kept);
    }

    // https://stackoverflow.com/a/5136918 lists PBKDF2-HMAC-SHA256 of RFC 6070's inputs.
    void hashesAreThoseOfTheStandard()
    {
        const auto one = accounts::hashPassword(u"password"_s, "salt", 1);
        QCOMPARE(one.hash.toHex(),
                 QByteArray("120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b"));
        const auto many = accounts::hashPassword(u"password"_s, "salt", 4096);
        QCOMPARE(many.hash.toHex(),
                 QByteArray("c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a"));
    }

    void hashesAreComparedWhole()
    {
        const auto hash = accounts::hashPassword(u"password"_s, "salt", 1);
        auto other = hash;
        other.hash[31] = static_cast<char>(other.hash[31] ^ 1);
        QVERIFY(accounts::isSame(hash, hash));
        QVERIFY(!accounts::isSame(hash, other));
        QVERIFY(!accounts::isSame(hash, {}));
        QVERIFY(!accounts::isSame({}, {}));
        QVERIFY(accounts::newSalt() != accounts::newSalt());
    }

    void theLoopTurnsWhileAPasswordIsHashed()
    {
        int turns = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, this, [&] { ++turns; });
        ticking.start(0);
        services::waiting::WaitScope scope;
        accounts::PasswordHasher hasher(scope);
        const auto hash = tests::support::waitFor(hasher.hash(u"password"_s, "salt", 200'000));
        QVERIFY(hash);
        QVERIFY(turns > 1);
    }

#ifdef Q_OS_LINUX
    void everybodyElseGoesBeforePasswords()
    {
        services::waiting::WaitScope scope;
        accounts::PasswordHasher hasher(scope);
        QVERIFY(tests::support::waitFor(hasher.hash(u"password"_s, "salt", 1000)));
        QMap<int, int> threads; // by their niceness, in the 19th field: man 5 proc
        for (const auto &thread : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(u"/proc/self/task/%1/stat"_s.arg(thread));
            if (file.open(QIODevice::ReadOnly))
                ++threads[file.readAll().split(')').last().split(' ').value(17).toInt()];
        }
        QVERIFY(threads.value(5) >= 1); // which waits for another one for a while
        QVERIFY(threads.value(0) >= 1); // this one
    }
#endif

    void aCrashEndsLogInsAndLeaksNothing()
    {
        services::contract::Request request;
        request.endpoint = {{u"accounts"_s}, u"POST /sessions"_s};
        request.body = body(credentials(u"shopper-001@example.test"_s, u"faultline-demo"_s));
        std::vector<QCoro::Task<Result<Reply>>> logIns;
        for (int n = 0; n < 20; ++n)
            logIns.push_back(m_shop->dispatch(request));
        m_shop->crash(u"accounts"_s);
        for (auto &logIn : logIns) {
            const auto answer = tests::support::waitFor(std::move(logIn));
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Kind::Reset);
        }
        m_shop->restart(u"accounts"_s);
        QVERIFY(logIn(u"shopper-001@example.test"_s, u"faultline-demo"_s));
    }

private:
    Result<Reply> add(const QJsonObject &object)
    {
        return m_shop->ask({u"accounts"_s, u"POST /accounts"_s, {}, {}, body(object)});
    }
    Result<Reply> logIn(const QString &email, const QString &password)
    {
        return m_shop->ask({u"accounts"_s, u"POST /sessions"_s, {}, {}, body(credentials(email, password))});
    }
    Result<Reply> logOut(const QByteArray &token)
    {
        return m_shop->ask({u"accounts"_s, u"DELETE /sessions/current"_s, {}, {}, {}, token});
    }
    Result<Reply> me(const QByteArray &token)
    {
        return m_shop->ask({u"accounts"_s, u"GET /accounts/me"_s, {}, {}, {}, token});
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
