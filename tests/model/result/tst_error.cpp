// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/result/checked.h>
#include <model/result/result.h>

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::result;

// Kinds travel between instances as words, so each word must come back as its kind.
class TestError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAreStable_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("expected");
        QTest::newRow("invalid input") << Kind::InvalidInput << u"invalid-input"_s;
        QTest::newRow("unauthenticated") << Kind::Unauthenticated << u"unauthenticated"_s;
        QTest::newRow("forbidden") << Kind::Forbidden << u"forbidden"_s;
        QTest::newRow("not found") << Kind::NotFound << u"not-found"_s;
        QTest::newRow("conflict") << Kind::Conflict << u"conflict"_s;
        QTest::newRow("declined") << Kind::Declined << u"declined"_s;
        QTest::newRow("too large") << Kind::TooLarge << u"too-large"_s;
        QTest::newRow("overloaded") << Kind::Overloaded << u"overloaded"_s;
        QTest::newRow("unavailable") << Kind::Unavailable << u"unavailable"_s;
        QTest::newRow("refused") << Kind::Refused << u"refused"_s;
        QTest::newRow("reset") << Kind::Reset << u"reset"_s;
        QTest::newRow("timed out") << Kind::TimedOut << u"timed-out"_s;
        QTest::newRow("cancelled") << Kind::Cancelled << u"cancelled"_s;
        QTest::newRow("corrupt") << Kind::Corrupt << u"corrupt"_s;
        QTest::newRow("full") << Kind::Full << u"full"_s;
        QTest::newRow("read-only") << Kind::ReadOnly << u"read-only"_s;
        QTest::newRow("internal") << Kind::Internal << u"internal"_s;
    }

    void wordsAreStable()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, expected);
        QCOMPARE(word(kind), expected);
        QCOMPARE(kindOfWord(expected), kind);
    }

    void anUnknownWordIsOurMistake()
    {
        QCOMPARE(kindOfWord(u"of-another-version"), Kind::Internal);
        QCOMPARE(kindOfWord(u""), Kind::Internal);
    }

    void aFailureCarriesItsError()
    {
        const Result<int> result = failure(Kind::NotFound, u"No such product"_s, u"p-0001"_s);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error{Kind::NotFound, u"No such product"_s, u"p-0001"_s}));
        const Result<QString> passedOn = failure(result.error());
        QCOMPARE(passedOn.error(), result.error());
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
