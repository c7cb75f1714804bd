// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultplay.h"

#include <model/operation/faulttable.h>

#include <tests/services/transport/rawclient.h>

using namespace Qt::StringLiterals;
using namespace toy;
using tests::transport::RawClient;

// Each request that a fault has touched carries the fault's word, and no other.
class TestFaultMarks : public QObject
{
    Q_OBJECT
    struct Row
    {
        QString cause;
        bool isServers = false;
    };
    static QString wordOf(const Row &row) { return row.cause.section(u':', 0, 0); }
    static std::vector<Row> rows()
    {
        return {{u"crash:back"_s},
                {u"crash-loop:back,after=50"_s},
                {u"freeze:back"_s},
                {u"refuse:back"_s},
                {u"reset:back"_s, true},
                {u"memory-leak:back,leak=256,limit=8"_s},
                {u"cpu-burn:back,share=0.5"_s, true},
                {u"clock-skew:back,skew=-86400"_s, true},
                {u"bad-configuration:back"_s},
                {u"hang:back"_s, true},
                {u"slow:back,delay=10"_s, true},
                {u"slow-jittered:back,delay=20,jitter=10"_s, true},
                {u"slow-tail:back,delay=10,share=1"_s, true},
                {u"errors:back"_s, true},
                {u"cut-off:front>back"_s},
                {u"cut-requests:front>back"_s},
                {u"cut-replies:front>back"_s},
                {u"link-slow:front>back,delay=10"_s},
                {u"link-loss:front>back,share=1"_s},
                {u"link-bandwidth:front>back"_s}};
    }

private Q_SLOTS:
    void marksWhatItTouches_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("server"); // on the span of who was asked; else of who asked
        for (const auto &row : rows())
            QTest::newRow(qPrintable(row.cause)) << row.cause << wordOf(row) << row.isServers;
    }
    // Whoever asks again and again, as a fault may have to begin first, is touched by it sooner or later.
    void marksWhatItTouches()
    {
        QFETCH(QString, cause);
        QFETCH(QString, word);
        QFETCH(bool, server);
        Play play(microservices(), makeImpatient);
        QVERIFY(play.customer->askFront(u"1"_s));
        QVERIFY(play.measures([&] { return play.reports.size() >= 3; }));
        QCOMPARE(play.touched(word), 0U);
        play.inject(cause);
        const auto isMarked = [&] {
            for (const auto &report : play.reports) {
                for (const auto &span : report.telemetry.spans) {
                    const bool isWanted = (span.kind == model::telemetry::SpanKind::Server) == server;
                    for (const auto &remark : span.annotations) {
                        if (remark.fault == word && isWanted && span.endpoint.capability == back)
                            return true;
                    }
                }
            }
            return false;
        };
        QVERIFY(play.measures([&] {
            play.customer->askFront(u"1"_s);
            return isMarked();
        }));
        QVERIFY(play.touched(word) >= 1);
    }

    // One instance answers, with errors, while the other one says nothing.
    void doesNotBlameTheSilentForAnAnswer()
    {
        Play play(microservices(2), [](FleetPlan &plan) {
            makeImpatient(plan);
            plan.options.policies.calls.retry.reset();
        });
        play.inject(u"errors:back,status=503"_s);
        play.inject(u"freeze:back#2"_s);
        const auto answered = [&] {
            std::vector<model::telemetry::Span> found;
            for (const auto &report : play.reports) {
                for (const auto &span : report.telemetry.spans) {
                    if (span.kind == model::telemetry::SpanKind::Client && span.endpoint.capability == back
                        && span.failureMessage.contains(u"back fails with status 503"))
                        found.push_back(span);
                }
            }
            return found;
        };
        QVERIFY(play.measures([&] {
            play.customer->askFront(u"1"_s);
            return answered().size() >= 3;
        }));
        for (const auto &span : answered()) {
            for (const auto &remark : span.annotations)
                QVERIFY2(remark.fault != u"freeze", qPrintable(remark.text));
        }
    }

    // What touches requests on their way is in the list above; stores and brokers are tried elsewhere.
    void knowsEachKindThatTouchesRequests()
    {
        using model::operation::FaultReach;
        QStringList tried;
        for (const auto &row : rows())
            tried.append(wordOf(row));
        for (const auto &kind : model::operation::faultTable()) {
            if (kind.reach == FaultReach::Process || kind.reach == FaultReach::Module
                || kind.reach == FaultReach::Link)
                QVERIFY2(tried.contains(QString::fromLatin1(kind.word)), kind.word);
        }
    }

    void marksWhomItHasBrought_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("marks");
        QTest::newRow("a spike") << u"traffic-spike"_s << QByteArray("traffic-spike") << 1;
        QTest::newRow("a storm") << u"retry-storm"_s << QByteArray("traffic-spike,retry-storm") << 1;
        QTest::newRow("nothing of the kind") << u"traffic-spike"_s << QByteArray("retry-storm") << 0;
        QTest::newRow("a stranger's invention") << u"errors:ear"_s << QByteArray("errors") << 0;
    }
    void marksWhomItHasBrought()
    {
        QFETCH(QString, cause);
        QFETCH(QByteArray, words);
        QFETCH(int, marks);
        Play play(microservices());
        const auto word = QString(cause).remove(u":ear"_s);
        RawClient customer(play.status(front).port);
        const auto ask = [&](const QByteArray &header) {
            customer.send("GET /refusing HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\n");
        };
        ask("Faultline-Cause: " + words + "\r\n"); // nothing is in force
        QVERIFY(customer.waitForAnswers(1));
        play.inject(cause);
        ask("Faultline-Cause: " + words + "\r\n");
        ask({}); // comes anyway
        QVERIFY(customer.waitForAnswers(3));
        QVERIFY(play.measures([&] {
            quint64 served = 0;
            for (const auto &report : play.reports)
                served += report.unit.value == u"front" ? report.telemetry.spans.size() : 0;
            return served == 3;
        }));
        QCOMPARE(play.touched(word), quint64(marks));
    }
};

QTEST_GUILESS_MAIN(TestFaultMarks)
#include "tst_faultmarks.moc"
