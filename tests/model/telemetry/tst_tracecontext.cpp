// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/telemetry/tracecontext.h>

#include <QTest>

using namespace model::telemetry;

// The examples and rules of https://www.w3.org/TR/trace-context-1/#traceparent-header
class TestTraceContext : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheExampleOfTheStandard()
    {
        const auto context
            = TraceContext::fromTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        QVERIFY(context.has_value());
        QCOMPARE(context->trace[0], std::uint8_t(0x4b));
        QCOMPARE(context->trace[15], std::uint8_t(0x36));
        QCOMPARE(context->span[0], std::uint8_t(0x00));
        QCOMPARE(context->span[7], std::uint8_t(0xb7));
        QVERIFY(context->sampled);
        QVERIFY(context->isValid());
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("sampled") << QByteArray("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        QTest::newRow("not sampled") << QByteArray("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
        QTest::newRow("ids almost zero")
            << QByteArray("00-00000000000000000000000000000001-1000000000000000-00");
    }
    void writesWhatItReads()
    {
        QFETCH(QByteArray, header);
        const auto context = TraceContext::fromTraceparent(header);
        QVERIFY(context.has_value());
        QCOMPARE(context->toTraceparent(), header);
        QCOMPARE(TraceContext::fromTraceparent(context->toTraceparent()), context);
    }

    void readsWhatTheStandardAllows_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("sampled");
        const QByteArray ids = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7";
        QTest::newRow("unknown flags are ignored") << "00-" + ids + "-fe" << false;
        QTest::newRow("all flags") << "00-" + ids + "-ff" << true;
        QTest::newRow("a later version of the same length") << "01-" + ids + "-01" << true;
        QTest::newRow("a later version with another field")
            << "cc-" + ids + "-01-what-the-future-holds" << true;
        QTest::newRow("a later version with an empty field") << "fe-" + ids + "-00-" << false;
    }
    void readsWhatTheStandardAllows()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, sampled);
        const auto context = TraceContext::fromTraceparent(header);
        QVERIFY(context.has_value());
        QCOMPARE(context->sampled, sampled);
    }

    void refusesWhatTheStandardForbids_data()
    {
        QTest::addColumn<QByteArray>("header");
        const QByteArray trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        const QByteArray span = "00f067aa0ba902b7";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("version ff") << "ff-" + trace + "-" + span + "-01";
        QTest::newRow("version in upper case") << "CC-" + trace + "-" + span + "-01";
        QTest::newRow("version is no number") << "0x-" + trace + "-" + span + "-01";
        QTest::newRow("version 00 with another field") << "00-" + trace + "-" + span + "-01-more";
        QTest::newRow("version 00 with a dash at the end") << "00-" + trace + "-" + span + "-01-";
        QTest::newRow("a later version with no dash before more") << "01-" + trace + "-" + span + "-01more";
        QTest::newRow("trace id all zero") << "00-" + QByteArray(32, '0') + "-" + span + "-01";
        QTest::newRow("parent id all zero") << "00-" + trace + "-" + QByteArray(16, '0') + "-01";
        QTest::newRow("trace id in upper case") << "00-" + trace.toUpper() + "-" + span + "-01";
        QTest::newRow("parent id in upper case") << "00-" + trace + "-" + span.toUpper() + "-01";
        QTest::newRow("flags in upper case") << "00-" + trace + "-" + span + "-0A";
        QTest::newRow("trace id too short") << "00-" + trace.chopped(1) + "-" + span + "-01";
        QTest::newRow("trace id too long") << "00-" + trace + "0-" + span + "-01";
        QTest::newRow("parent id too short") << "00-" + trace + "-" + span.chopped(1) + "-01";
        QTest::newRow("one flag digit") << "00-" + trace + "-" + span + "-1";
        QTest::newRow("no flags") << "00-" + trace + "-" + span;
        QTest::newRow("underscores for dashes") << "00_" + trace + "_" + span + "_01";
        QTest::newRow("a space before") << " 00-" + trace + "-" + span + "-01";
        QTest::newRow("a space after") << "00-" + trace + "-" + span + "-01 ";
        QTest::newRow("a digit of another alphabet") << "00-" + trace.chopped(1) + "\xb2-" + span + "-01";
        QTest::newRow("a zero byte") << "00-" + trace.chopped(1) + '\0' + "-" + span + "-01";
    }
    void refusesWhatTheStandardForbids()
    {
        QFETCH(QByteArray, header);
        QVERIFY(!TraceContext::fromTraceparent(header).has_value());
    }

    void refusesEachPrefixOfAGoodHeader()
    {
        const QByteArray header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        for (qsizetype length = 0; length < header.size(); ++length)
            QVERIFY(!TraceContext::fromTraceparent(QByteArrayView(header).first(length)).has_value());
    }

    void isInvalidUntilBothIdsAreSet()
    {
        TraceContext context;
        QVERIFY(!context.isValid());
        context.trace[3] = 1;
        QVERIFY(!context.isValid());
        context.span[7] = 1;
        QVERIFY(context.isValid());
    }
};

QTEST_GUILESS_MAIN(TestTraceContext)
#include "tst_tracecontext.moc"
