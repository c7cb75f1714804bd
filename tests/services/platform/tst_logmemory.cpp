// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/logmemory.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::platform;
using namespace model::telemetry;
using namespace std::chrono_literals;

class TestLogMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheLinesOfAUnitInTheOrderOfTime()
    {
        LogMemory memory;
        memory.take(m_fleet,
                    {{{u"cart"_s}, {u"cart-2"_s}, {line(3ms), line(5ms)}, 1},
                     {{u"cart"_s}, {u"cart-1"_s}, {line(4ms)}, 0},
                     {{u"orders"_s}, {u"orders-1"_s}, {line(4ms)}, 0}});
        memory.take({u"other"_s}, {{{u"cart"_s}, {u"cart-1"_s}, {line(1ms)}, 0}});
        const auto reading = memory.read({m_fleet, {u"cart"_s}, {}, 0});
        QCOMPARE(reading.lines.size(), size_t(3));
        QCOMPARE(reading.lines[0].line.at, Instant(3ms));
        QCOMPARE(reading.lines[1].instance.value, u"cart-1"_s);
        QCOMPARE(reading.lost, std::uint64_t(1));
        QCOMPARE(memory.read({m_fleet, {}, {}, 0}).lines.size(), size_t(4));
    }

    void goesOnFromWhereItWas()
    {
        LogMemory memory;
        memory.take(m_fleet, {{{u"cart"_s}, {u"cart-1"_s}, {line(1ms)}, 0}});
        const auto first = memory.read({m_fleet, {}, {}, 0});
        QVERIFY(memory.read({m_fleet, {}, {}, first.last}).lines.empty());
        memory.take(m_fleet, {{{u"cart"_s}, {u"cart-1"_s}, {line(2ms)}, 0}});
        const auto next = memory.read({m_fleet, {}, {}, first.last});
        QCOMPARE(next.lines.size(), size_t(1));
        QCOMPARE(next.lines[0].line.at, Instant(2ms));
    }

    void tellsTheLinesOfOneRequestAcrossUnits()
    {
        LogMemory memory;
        auto mine = line(1ms);
        mine.trace[3] = 9;
        memory.take(m_fleet,
                    {{{u"cart"_s}, {u"cart-1"_s}, {mine, line(2ms)}, 0},
                     {{u"orders"_s}, {u"orders-1"_s}, {mine}, 0}});
        QCOMPARE(memory.read({m_fleet, {}, mine.trace, 0}).lines.size(), size_t(2));
    }

    void ordinaryLinesDoNotPushErrorsOut()
    {
        LogMemory memory;
        auto error = line(1ms);
        error.level = LogLevel::Error;
        memory.take(m_fleet, {{{u"cart"_s}, {u"cart-1"_s}, {error}, 0}});
        memory.take(
            m_fleet,
            {{{u"cart"_s}, {u"cart-1"_s}, std::vector<LogLine>(2 * LogMemory::mostOrdinary, line(2ms)), 0}});
        const auto reading = memory.read({m_fleet, {u"cart"_s}, {}, 0});
        QCOMPARE(reading.lines.size(), LogMemory::mostOrdinary + 1);
        QCOMPARE(reading.lines.front().line.level, LogLevel::Error);
    }

    void ordinaryLinesOfOthersDoNotEither()
    {
        LogMemory memory;
        auto error = line(1ms);
        error.level = LogLevel::Error;
        memory.take(m_fleet, {{{u"cart"_s}, {u"cart-1"_s}, {error}, 0}});
        for (const auto &other : {u"cart-1"_s, u"cart-2"_s, u"cart-3"_s})
            memory.take(
                m_fleet,
                {{{u"cart"_s}, {other}, std::vector<LogLine>(LogMemory::mostOrdinary, line(2ms)), 0}});
        const auto reading = memory.read({m_fleet, {u"cart"_s}, {}, 0});
        QCOMPARE(reading.lines.size(), LogMemory::mostRead + 1);
        QCOMPARE(reading.lines.front().line.level, LogLevel::Error);
    }

    void theHostTellsOfACrash()
    {
        LogMemory memory;
        services::runtime::InstanceStatus status;
        status.id = {u"cart-1"_s};
        status.unit = {u"cart"_s};
        status.state = services::runtime::InstanceState::Crashed;
        memory.note(m_fleet, status, Instant(5ms));
        const auto reading = memory.read({m_fleet, {u"cart"_s}, {}, 0});
        QCOMPARE(reading.lines.size(), size_t(1));
        QCOMPARE(reading.lines[0].line.level, LogLevel::Error);
        QCOMPARE(reading.lines[0].entered.value(), services::runtime::InstanceState::Crashed);
    }

private:
    static LogLine line(std::chrono::nanoseconds at)
    {
        LogLine made;
        made.at = Instant(at);
        return made;
    }
    const model::system::PackagingId m_fleet{u"microservices"_s};
};

QTEST_GUILESS_MAIN(TestLogMemory)
#include "tst_logmemory.moc"
