// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/telemetry/requestfacts.h>

#include <QTest>

using namespace Qt::StringLiterals;
using services::contract::Request;
using services::telemetry::factsOf;
using Facts = QMap<QString, QString>;

class TestRequestFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatARequestIsAbout()
    {
        Request request;
        request.path = {{u"id"_s, u"p-9"_s}};
        request.query = {{u"q"_s, u"lamp"_s}};
        request.body = R"({"order":"o-1","amount":4290})";
        QCOMPARE(
            factsOf(request),
            (Facts{
                {u"amount"_s, u"4290"_s}, {u"id"_s, u"p-9"_s}, {u"order"_s, u"o-1"_s}, {u"q"_s, u"lamp"_s}}));
    }

    void neverTellsWhoSomebodyIs()
    {
        Request request;
        request.body
            = R"({"email":"a@example.test","password":"secret","card":"4242424242424242","name":"A"})";
        QVERIFY(factsOf(request).isEmpty());
    }

    void isBrief()
    {
        Request request;
        request.query = {{u"q"_s, QString(1000, u'x')}};
        QCOMPARE(factsOf(request).value(u"q"_s).size(), 80);
        request.body = QByteArray(R"({"amount":1,"text":")") + QByteArray(10'000, 'x') + "\"}";
        QVERIFY(!factsOf(request).contains(u"amount"_s));
        request.body = "no JSON";
        QCOMPARE(factsOf(request).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRequestFacts)
#include "tst_requestfacts.moc"
