// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/storefront/answermemory.h>

#include <QTest>

using namespace Qt::StringLiterals;
using services::shop::storefront::AnswerMemory;

class AnswerMemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsRecalledByItsQuestion()
    {
        AnswerMemory memory(1000);
        memory.remember(u"mug"_s, "one");
        memory.remember(u"mug"_s, "two");
        QCOMPARE(memory.recall(u"mug"_s), std::optional<QByteArray>("two"));
        QVERIFY(!memory.recall(u"lamp"_s));
    }

    void theLeastRecentlyUsedGoFirst()
    {
        AnswerMemory memory(250);
        memory.remember(u"a"_s, QByteArray(100, 'a'));
        memory.remember(u"b"_s, QByteArray(100, 'b'));
        QVERIFY(memory.recall(u"a"_s));
        memory.remember(u"c"_s, QByteArray(100, 'c'));
        QVERIFY(memory.recall(u"a"_s));
        QVERIFY(!memory.recall(u"b"_s));
        QVERIFY(memory.recall(u"c"_s));
    }

    void whatIsLargerThanTheMemoryIsNotKept()
    {
        AnswerMemory memory(100);
        memory.remember(u"small"_s, "s");
        memory.remember(u"large"_s, QByteArray(1000, 'x'));
        QVERIFY(!memory.recall(u"large"_s));
        QVERIFY(memory.recall(u"small"_s));
    }
};

QTEST_GUILESS_MAIN(AnswerMemoryTest)
#include "tst_answermemory.moc"
