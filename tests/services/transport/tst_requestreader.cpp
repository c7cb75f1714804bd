// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/requestreader.h>

#include <QTest>

using namespace services::transport;
using Found = RequestReader::Found;

namespace {

QByteArray getOf(const QByteArray &target, const QByteArray &lines = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
}

} // namespace

class TestRequestReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsOneRequestAfterAnother()
    {
        RequestReader reader(m_limits);
        const auto bytes = getOf("/1") + getOf("/2");
        reader.add(bytes);
        QVERIFY(reader.next() == Found::Request);
        QCOMPARE(reader.take().target, "/1");
        QVERIFY(reader.hasRest());
        QVERIFY(reader.next() == Found::Request);
        QCOMPARE(reader.take().target, "/2");
        QVERIFY(!reader.hasRest());
        QVERIFY(reader.next() == Found::Nothing);
    }

    void keepsWhatMustWait()
    {
        RequestReader reader(m_limits);
        auto bytes = getOf("/1") + getOf("/2");
        reader.add(bytes);
        QVERIFY(reader.next() == Found::Request);
        QCOMPARE(reader.take().target, "/1");
        reader.keepRest();
        bytes.fill('x'); // not looked at any more
        for (const auto *target : {"/3", "/4"}) {
            reader.add(getOf(target)); // behind what waits
            reader.keepRest();
        }
        for (const auto *target : {"/2", "/3", "/4"}) {
            QVERIFY(reader.hasRest());
            QVERIFY(reader.next() == Found::Request);
            QCOMPARE(reader.take().target, target);
            reader.keepRest();
        }
        QVERIFY(!reader.hasRest());
    }

    void knowsHowFarARequestHasCome()
    {
        RequestReader reader(m_limits);
        const auto feed = [&reader](const QByteArray &bytes) {
            reader.add(bytes);
            const auto found = reader.next();
            reader.keepRest();
            return found;
        };
        QVERIFY(!reader.hasBegun());
        QVERIFY(feed("POST / HTTP/1.1\r\n") == Found::Nothing);
        QVERIFY(reader.hasBegun());
        QVERIFY(!reader.isInBody());
        QVERIFY(feed("Host: localhost\r\nContent-Length: 2\r\n\r\n") == Found::Nothing);
        QVERIFY(reader.isInBody());
        QVERIFY(!reader.takeExpectation()); // it has none
        QVERIFY(feed("ok") == Found::Request);
        QCOMPARE(reader.take().body, "ok");
        QVERIFY(!reader.hasBegun());
    }

    void tellsOfEachExpectationOnce()
    {
        RequestReader reader(m_limits);
        for (int round = 0; round < 2; ++round) {
            reader.add(
                "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
            QVERIFY(reader.next() == Found::Nothing);
            QVERIFY(reader.takeExpectation());
            QVERIFY(!reader.takeExpectation());
            reader.add("x");
            QVERIFY(reader.next() == Found::Request);
            reader.take();
        }
    }

    void takesNothingAfterTheLastRequest()
    {
        RequestReader reader(m_limits);
        const auto bytes = getOf("/1", "Connection: close\r\n") + getOf("/2");
        reader.add(bytes);
        QVERIFY(reader.next() == Found::Request);
        QVERIFY(!reader.keepsAlive());
        reader.close();
        QVERIFY(reader.isClosed());
        QVERIFY(!reader.hasRest());
        reader.keepRest();
        reader.add("GET ");
        QVERIFY(!reader.hasRest());
        QVERIFY(reader.next() == Found::Nothing);
        QVERIFY(!reader.hasBegun());
        QCOMPARE(reader.take().target, "/1"); // what was found is still there
    }

    void findsAMistake()
    {
        RequestReader reader(m_limits);
        const auto bytes = getOf("/1") + "rubbish\r\n\r\n";
        reader.add(bytes);
        QVERIFY(reader.next() == Found::Request);
        reader.take();
        QVERIFY(reader.next() == Found::Mistake);
        QCOMPARE(reader.rejection().status, 400);
    }

private:
    const HttpLimits m_limits;
};

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
