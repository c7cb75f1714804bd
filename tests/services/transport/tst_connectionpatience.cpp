// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/connectionpatience.h>

#include <QTest>

using namespace services::transport;
using namespace std::chrono_literals;
using Wait = ConnectionPatience::Wait;
using Verdict = ConnectionPatience::Verdict;

namespace {

constexpr Instant start{1h};

}

Q_DECLARE_METATYPE(std::chrono::milliseconds)

class TestConnectionPatience : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsEachWaitAfterItsTime_data()
    {
        QTest::addColumn<int>("wait");
        QTest::addColumn<std::chrono::milliseconds>("time");
        QTest::addColumn<int>("verdict");
        const HttpLimits limits;
        const auto row = [](const char *name, Wait wait, std::chrono::milliseconds time, Verdict verdict) {
            QTest::newRow(name) << static_cast<int>(wait) << time << static_cast<int>(verdict);
        };
        row("for a request", Wait::Request, limits.idleTime, Verdict::Leave);
        row("for a head", Wait::Head, limits.headerTime, Verdict::RefuseHead);
        row("for a body", Wait::Body, limits.bodyTime, Verdict::RefuseBody);
        row("for a goodbye", Wait::Goodbye, limits.lingerTime, Verdict::End);
    }
    void endsEachWaitAfterItsTime()
    {
        QFETCH(int, wait);
        QFETCH(std::chrono::milliseconds, time);
        QFETCH(int, verdict);
        ConnectionPatience patience(start - 1h);
        patience.begin(static_cast<Wait>(wait), start);
        QVERIFY(!patience.verdict(start + time, m_limits));
        QVERIFY(patience.verdict(start + time + 1ns, m_limits) == static_cast<Verdict>(verdict));
    }

    void letsItsOwnAnswerTakeAsLongAsItDoes()
    {
        ConnectionPatience patience(start);
        patience.begin(Wait::Answer, start);
        QVERIFY(!patience.verdict(start + 24h, m_limits));
    }

    void beginsAnewForEachRequest()
    {
        ConnectionPatience patience(start);
        QVERIFY(patience.begins(Wait::Request)); // each thing that happens between requests is a sign of life
        patience.begin(Wait::Head, start);
        QVERIFY(!patience.begins(Wait::Head)); // but a trickle of header bytes is none
        QVERIFY(patience.begins(Wait::Body));
        patience.requestCompleted();
        QVERIFY(patience.begins(Wait::Head));
    }

    void resetsWhoTakesNothing()
    {
        ConnectionPatience patience(start);
        patience.bytesStayed(1000, start);
        patience.bytesStayed(2000, start + 5s); // more for it to take is no progress
        patience.bytesLeft(2000, start + 6s); // nor is this
        QVERIFY(!patience.verdict(start + m_limits.writeTime, m_limits));
        QVERIFY(patience.verdict(start + m_limits.writeTime + 1ns, m_limits) == Verdict::Reset);
    }

    void resetsWhoTakesAByteNowAndThen()
    {
        ConnectionPatience patience(start);
        patience.begin(Wait::Answer, start);
        qsizetype unsent = 1'000'000;
        patience.bytesStayed(unsent, start);
        Instant now = start;
        while (now + 5s <= start + m_limits.readTime) {
            now += 5s;
            patience.bytesLeft(--unsent, now);
            QVERIFY(!patience.verdict(now, m_limits));
        }
        QVERIFY(patience.verdict(now + 5s, m_limits) == Verdict::Reset);
    }

    void keepsWhoTakesMuchAndAlwaysAsksForMore()
    {
        ConnectionPatience patience(start);
        patience.begin(Wait::Answer, start);
        qsizetype unsent = 200'000;
        patience.bytesStayed(unsent, start);
        for (auto now = start; now < start + 1h; now += 5s) { // never has it taken everything
            patience.bytesLeft(unsent -= 100'000, now);
            QVERIFY(!patience.verdict(now, m_limits));
            patience.bytesStayed(unsent += 100'000, now);
        }
    }

    void forgetsWhatWasUnsentOnceAllHasLeft()
    {
        ConnectionPatience patience(start);
        patience.begin(Wait::Request, start);
        patience.bytesStayed(1000, start);
        patience.bytesLeft(0, start + 5s);
        QVERIFY(!patience.verdict(start + 50s, m_limits));
        patience.bytesStayed(1000, start + 50s);
        QVERIFY(!patience.verdict(start + 59s, m_limits));
        QVERIFY(patience.verdict(start + 61s, m_limits) == Verdict::Reset);
    }

    void aGoodbyeBeginsWhenTheLastByteHasLeft()
    {
        ConnectionPatience patience(start);
        patience.bytesStayed(1000, start);
        patience.begin(Wait::Goodbye, start);
        patience.bytesLeft(0, start + 5s);
        QVERIFY(!patience.verdict(start + 5s + m_limits.lingerTime, m_limits));
        QVERIFY(patience.verdict(start + 6s + m_limits.lingerTime, m_limits) == Verdict::End);
    }

    void readingSlowlyGivesNoTimeToSendSlowly()
    {
        ConnectionPatience patience(start);
        patience.bytesStayed(1000, start);
        patience.begin(Wait::Head, start);
        patience.bytesLeft(0, start + 9s);
        QVERIFY(patience.verdict(start + 11s, m_limits) == Verdict::RefuseHead);
    }

private:
    const HttpLimits m_limits;
};

QTEST_GUILESS_MAIN(TestConnectionPatience)
#include "tst_connectionpatience.moc"
