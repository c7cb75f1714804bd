// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/session/session.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::shop;
using model::result::Kind;

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const session::Moment now(std::chrono::hours(500'000));

session::Session someone()
{
    return {.id = u"s-1"_s,
            .account = u"a-1"_s,
            .email = u"änne@example.test"_s,
            .name = u"Änne \"☃\" O'Neil"_s,
            .expiresAt = now + std::chrono::hours(1)};
}

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSignedSessionIsRead()
    {
        const auto read = session::verify(session::sign(someone(), "key"), "key", now);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->id, someone().id);
        QCOMPARE(read->account, someone().account);
        QCOMPARE(read->email, someone().email);
        QCOMPARE(read->name, someone().name);
        QVERIFY(read->expiresAt == someone().expiresAt);
    }

    void aSessionEndsAtItsMoment()
    {
        const auto token = session::sign(someone(), "key");
        QVERIFY(session::verify(token, "key", someone().expiresAt - std::chrono::milliseconds(1)));
        const auto ended = session::verify(token, "key", someone().expiresAt);
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Kind::Unauthenticated);
    }

    void whatWasNotSignedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const auto token = session::sign(someone(), "key");
        const auto claims = token.left(token.indexOf('.'));
        const auto signature = token.mid(token.indexOf('.') + 1);
        auto other = someone();
        other.account = u"a-2"_s;
        const auto otherToken = session::sign(other, "key");
        const auto otherClaims = otherToken.left(otherToken.indexOf('.'));
        auto flipped = token;
        flipped[5] = flipped[5] == 'A' ? 'B' : 'A';

        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a dot") << QByteArray(".");
        QTest::newRow("a word") << QByteArray("token");
        QTest::newRow("claims without a signature") << claims;
        QTest::newRow("claims with an empty signature") << claims + '.';
        QTest::newRow("a signature without claims") << '.' + signature;
        QTest::newRow("another's claims with this signature") << otherClaims + '.' + signature;
        QTest::newRow("one letter changed") << flipped;
        QTest::newRow("a shortened signature") << token.chopped(1);
        QTest::newRow("a lengthened signature") << token + 'A';
        QTest::newRow("the signature with padding") << token + '=';
        QTest::newRow("a third part") << token + ".x";
        QTest::newRow("a space before it") << ' ' + token;
        QTest::newRow("another key's") << session::sign(someone(), "another key");
        QTest::newRow("an unsigned JWT")
            << QByteArray(R"({"alg":"none"})").toBase64(encoding) + '.' + claims + '.';
        QTest::newRow("signed rubbish") << QByteArray("\xff\xfe") + '.' + signature;
        QTest::newRow("a megabyte") << QByteArray(1 << 20, 'A') + '.' + signature;
    }
    void whatWasNotSignedIsRefused()
    {
        QFETCH(QByteArray, token);
        const auto read = session::verify(token, "key", now);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Kind::Unauthenticated);
    }

    void anEmptyKeyVerifiesNothing()
    {
        QVERIFY(!session::verify(session::sign(someone(), "key"), QByteArray(), now));
    }

    void aSessionOfNobodyIsRefused()
    {
        auto nobody = someone();
        nobody.account.clear();
        QVERIFY(!session::verify(session::sign(nobody, "key"), "key", now));
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
