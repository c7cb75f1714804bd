// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/headers.h>

#include <QTest>

using services::transport::Headers;

class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWithoutRegardToCase();
    void keepsTheOrderAndEveryLine();
    void setsAndRemovesEveryLineOfAName();
    void tellsAnEmptyValueFromNone();
};

void TestHeaders::findsWithoutRegardToCase()
{
    Headers headers;
    headers.add("Content-Type", "text/plain");
    QCOMPARE(headers.find("content-type"), "text/plain");
    QCOMPARE(headers.find("CONTENT-TYPE"), "text/plain");
    QVERIFY(!headers.contains("content-typ"));
    QVERIFY(!headers.contains("content-type2"));
}

void TestHeaders::keepsTheOrderAndEveryLine()
{
    Headers headers;
    headers.add("A", "1");
    headers.add("B", "2");
    headers.add("a", "3");
    QCOMPARE(headers.size(), 3);
    QCOMPARE(headers.count("a"), 2);
    QCOMPARE(headers.find("a"), "1");
    QCOMPARE(headers.at(1).name, "B");
    QCOMPARE(headers.at(2).value, "3");
}

void TestHeaders::setsAndRemovesEveryLineOfAName()
{
    Headers headers;
    headers.add("A", "1");
    headers.add("B", "2");
    headers.add("a", "3");
    headers.set("A", "4");
    QCOMPARE(headers.count("a"), 1);
    QCOMPARE(headers.find("a"), "4");
    QCOMPARE(headers.find("b"), "2");
    headers.remove("B");
    Headers other;
    other.add("a", "4");
    QVERIFY(headers == other);
    headers.clear();
    QVERIFY(headers.isEmpty());
    QVERIFY(!(headers == other));
}

void TestHeaders::tellsAnEmptyValueFromNone()
{
    Headers headers;
    headers.add("A", "");
    QVERIFY(headers.contains("a"));
    QVERIFY(headers.find("a").isEmpty());
    QVERIFY(headers.find("b").isNull());
}

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"
