// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::lab;

// The whole program is killed, again and again, in the middle of purchases, with a data folder that stays:
// each time it goes on where it was, and in the end the books balance.
class TestKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void purchasesGoOnWhereTheyWere();

private:
    struct Serving
    {
        std::unique_ptr<QProcess> process;
        QString url;
        QByteArray token;

        Heard control(const QByteArray &method, const QString &path, const QByteArray &body = {}) const
        {
            return ask(method, QUrl(url + path), token, body);
        }
    };
    Serving serve(int shoppers) const;

    QTemporaryDir m_data;
};

TestKilled::Serving TestKilled::serve(int shoppers) const
{
    Serving serving;
    serving.process
        = start({u"serve"_s, u"--data"_s, m_data.path(), u"--shoppers"_s, QString::number(shoppers)});
    const auto ready = QJsonDocument::fromJson(readLine(*serving.process)).object();
    serving.url = ready[u"control"][u"url"].toString();
    serving.token = ready[u"control"][u"token"].toString().toUtf8();
    return serving;
}

void TestKilled::purchasesGoOnWhereTheyWere()
{
    for (int round = 0; round < 3; ++round) {
        const auto serving = serve(120);
        QVERIFY2(!serving.url.isEmpty(), serving.process->readAllStandardError().constData());
        const auto isShopping = [&] {
            const auto fleets = serving.control("GET", u"/status"_s).body[u"fleets"];
            return fleets[u"monolith"][u"journeys"][u"check-out"][u"attempts"].toInt() > 2
                && fleets[u"microservices"][u"journeys"][u"check-out"][u"attempts"].toInt() > 2;
        };
        const QDeadlineTimer limit(80'000);
        bool areShopping = isShopping(); // of the last seconds, so that it comes and goes
        while (!areShopping && !limit.hasExpired()) {
            QTest::qSleep(50);
            areShopping = isShopping();
        }
        QVERIFY2(areShopping, qPrintable(u"round %1"_s.arg(round)));
        const QString unit = round == 0 ? u"orders"_s : round == 1 ? u"payments"_s : u"shipping"_s;
        serving.control("POST", u"/fleets/microservices/units/%1/crash"_s.arg(unit));
        serving.control("POST", u"/faults"_s, R"({"fault": "broker-down@monolith"})");
        QTest::qWait(300); // something piles up
        serving.process->kill();
        QVERIFY(serving.process->waitForFinished(20'000));
        QCOMPARE(serving.process->exitStatus(), QProcess::CrashExit);
    }
    const auto serving = serve(0);
    QVERIFY2(!serving.url.isEmpty(), serving.process->readAllStandardError().constData());
    const auto books = serving.control("GET", u"/audit"_s).body;
    QVERIFY2(books[u"balances"].toBool(), QJsonDocument(books).toJson().constData());
    QCOMPARE(books[u"waiting"].toInt(), 0);
    for (const auto &sum : books[u"sums"].toArray()) {
        if (sum[u"what"].toString() == u"confirmed orders")
            QVERIFY(sum[u"amount"].toInt() > 5);
    }
    serving.process->terminate();
    QVERIFY(serving.process->waitForFinished(20'000));
    const auto atRest = lab({u"audit"_s, u"--data"_s, m_data.path()});
    QVERIFY2(atRest.exitCode == 0, (atRest.data + atRest.words.toUtf8()).constData());
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
