// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/synthetic/message.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::synthetic;

// What synthetic capabilities tell each other.
class TestMessage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAsItWasWritten();
    void isRefusedWhenItIsNone_data();
    void isRefusedWhenItIsNone();
};

void TestMessage::isReadAsItWasWritten()
{
    const Message message{u"tea"_s, {u"written"_s, u"told"_s}};
    const auto event = makeEvent({u"told"_s}, message);
    QCOMPARE(event.key, QByteArray("tea"));
    QVERIFY(event.id != makeEvent({u"told"_s}, message).id);
    const auto read = readMessage(event.payload);
    QVERIFY(read);
    QVERIFY(*read == message);
}

void TestMessage::isRefusedWhenItIsNone_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\xff poison");
    QTest::newRow("about nothing") << QByteArray(R"({"topics":["told"]})");
    QTest::newRow("a list") << QByteArray("[]");
}

void TestMessage::isRefusedWhenItIsNone()
{
    QFETCH(QByteArray, payload);
    QVERIFY(!readMessage(payload));
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
