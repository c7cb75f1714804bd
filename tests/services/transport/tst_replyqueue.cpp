// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/replyqueue.h>

#include <QTest>

using namespace services::transport;

namespace {

HttpResponse text(const QByteArray &body)
{
    HttpResponse response;
    response.body = body;
    return response;
}

} // namespace

class TestReplyQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_queue = {};
        m_output.clear();
    }

    void writesAnswersInTheOrderOfTheRequests()
    {
        const auto first = m_queue.add({});
        const auto second = m_queue.add({});
        const auto third = m_queue.add({});
        QVERIFY(m_queue.answer(third, text("three"), {}, m_output));
        QVERIFY(m_output.isEmpty());
        QVERIFY(m_queue.answer(first, text("one"), {}, m_output));
        QVERIFY(m_output.endsWith("\r\n\r\none"));
        QVERIFY(m_queue.answer(second, text("two"), {}, m_output));
        QVERIFY(m_output.contains("\r\n\r\ntwoHTTP/1.1 200 OK"));
        QVERIFY(m_output.endsWith("\r\n\r\nthree"));
        QVERIFY(m_queue.isEmpty());
    }

    void awaitsOneAnswerToEach()
    {
        const auto first = m_queue.add({});
        QVERIFY(m_queue.awaits(first));
        QVERIFY(!m_queue.awaits(first + 1));
        const auto second = m_queue.add({});
        m_queue.answer(second, text("two"), {}, m_output);
        QVERIFY(!m_queue.awaits(second)); // it waits for its turn
        m_queue.answer(first, text("one"), {}, m_output);
        QVERIFY(!m_queue.awaits(first));
        QVERIFY(!m_queue.awaits(second));
    }

    void numbersGoOnAfterItWasCleared()
    {
        const auto first = m_queue.add({});
        const auto second = m_queue.add({});
        m_queue.answer(second, text("two"), {}, m_output);
        m_queue.clear();
        QVERIFY(m_queue.isEmpty());
        QCOMPARE(m_queue.heldBytes(), 0);
        QVERIFY(!m_queue.awaits(first));
        QVERIFY(m_queue.add({}) > second);
    }

    void countsTheBodiesThatWaitForTheirTurn()
    {
        const auto first = m_queue.add({});
        const auto second = m_queue.add({});
        const auto third = m_queue.add({});
        m_queue.answer(second, text(QByteArray(1000, 'x')), {}, m_output);
        QCOMPARE(m_queue.heldBytes(), 1000);
        m_queue.answer(third, text(QByteArray(200, 'x')), {}, m_output);
        QCOMPARE(m_queue.heldBytes(), 1200);
        m_queue.answer(first, text(QByteArray(30, 'x')), {}, m_output);
        QCOMPARE(m_queue.heldBytes(), 0);
    }

    void answersToHeadHaveNoBody()
    {
        ReplyQueue::Asked head;
        head.isHead = true;
        m_queue.answer(m_queue.add(head), text("unseen"), {}, m_output);
        QVERIFY(m_output.contains("Content-Length: 6\r\n"));
        QVERIFY(m_output.endsWith("\r\n\r\n"));
    }

    void saysWhenTheConnectionCloses_data()
    {
        QTest::addColumn<bool>("keepAlive");
        QTest::addColumn<int>("minorVersion");
        QTest::addColumn<bool>("lastCloses");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("kept without a word") << true << 1 << false << QByteArray();
        QTest::newRow("kept, as HTTP/1.0 must be told")
            << true << 0 << false << QByteArray("Connection: keep-alive\r\n");
        QTest::newRow("closed, as the client asked")
            << false << 1 << false << QByteArray("Connection: close\r\n");
        QTest::newRow("closed, as the server leaves")
            << true << 1 << true << QByteArray("Connection: close\r\n");
    }
    void saysWhenTheConnectionCloses()
    {
        QFETCH(bool, keepAlive);
        QFETCH(int, minorVersion);
        QFETCH(bool, lastCloses);
        QFETCH(QByteArray, line);
        const auto request = m_queue.add({false, keepAlive, minorVersion});
        const bool goesOn = m_queue.answer(request, text("body"), {{}, lastCloses}, m_output);
        QCOMPARE(goesOn, keepAlive && !lastCloses);
        QVERIFY2(line.isEmpty() ? !m_output.contains("Connection") : m_output.contains(line), m_output);
    }

    void onlyTheLastAnswerCloses()
    {
        const auto first = m_queue.add({});
        const auto second = m_queue.add({});
        QVERIFY(m_queue.answer(first, text("one"), {{}, true}, m_output));
        QVERIFY(!m_output.contains("Connection: close"));
        QVERIFY(!m_queue.answer(second, text("two"), {{}, true}, m_output));
        QCOMPARE(m_output.count("Connection: close"), 1);
    }

private:
    ReplyQueue m_queue;
    QByteArray m_output;
};

QTEST_GUILESS_MAIN(TestReplyQueue)
#include "tst_replyqueue.moc"
