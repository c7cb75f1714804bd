// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/endpointsender.h>

#include <tests/services/runtime/faultplay.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;
using services::platform::EndpointCall;
using services::platform::EndpointSender;

class TestEndpointSender : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksWhyNobodyAnswers_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("instance"); // empty: any
        QTest::newRow("crashed") << u"crash:back"_s << QString();
        QTest::newRow("crashed, by its name") << u"crash:back"_s << u"back-1"_s;
        QTest::newRow("one of them crashed, and there is no other") << u"crash:back#1"_s << QString();
        QTest::newRow("stands still") << u"freeze:back"_s << u"back-1"_s;
        QTest::newRow("never starts") << u"bad-configuration:back"_s << QString();
    }
    void marksWhyNobodyAnswers()
    {
        QFETCH(QString, cause);
        QFETCH(QString, instance);
        Play play(microservices());
        services::waiting::LoopTimers timers;
        services::waiting::WaitScope scope;
        services::transport::HttpClient client({}, scope, timers);
        EndpointSender sender(client, timers);
        const auto addresses = play.fleet->addressSource();
        const auto send = [&](std::chrono::milliseconds patience) {
            EndpointCall call;
            call.fleet = {u"microservices"_s};
            call.capability = back;
            call.instance = {instance};
            call.patience = patience;
            call.request.method = "GET";
            call.request.target = "/answer/1";
            return awaited(sender.send(*play.fleet, *addresses, std::move(call)));
        };
        QVERIFY(send(15s));
        auto spans = sender.takeSpans();
        QCOMPARE(spans.size(), 1U);
        QVERIFY(spans.front().second.annotations.empty());

        play.inject(cause);
        QVERIFY(turnUntil([&] { return !send(300ms); }));
        spans = sender.takeSpans();
        QVERIFY(!spans.empty());
        const auto &span = spans.back().second;
        QVERIFY(span.failure.has_value());
        QCOMPARE(span.annotations.size(), 1U);
        QCOMPARE(span.annotations.front().fault, cause.section(u':', 0, 0));
    }
};

QTEST_GUILESS_MAIN(TestEndpointSender)
#include "tst_endpointsender.moc"
