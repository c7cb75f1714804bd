// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/faulttext.h>
#include <services/faults/line.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::faults;
using model::result::Kind;
using services::waiting::WaitScope;
using Way = Line::Way;

namespace {

const model::packaging::Unit orders{{u"orders"_s}, u"Orders"_s, {{u"orders"_s}}, 1};
const CapabilityId payments{u"payments"_s};

Fault fault(const QString &text)
{
    return model::operation::readFault(text).value();
}

// A line from orders to payments on a test's clock.
struct Wire
{
    explicit Wire(const QString &text)
        : cause(fault(text))
    {
        board->publish({{cause, {}}});
    }
    ~Wire() { scope.cancel(); }
    void send(qsizetype bytes, Instant deadline = Instant::max(), Way way = Way::There)
    {
        scope.spawn(pass({payments, bytes, deadline}, way));
    }
    QCoro::Task<> pass(Line::Passage passage, Way way)
    {
        const auto began = timers.now();
        const auto passed = co_await line.pass(cause, std::move(passage), way);
        const auto took = std::chrono::round<std::chrono::milliseconds>(timers.now() - began);
        ends.append(passed ? QString::number(took.count()) : word(passed.error().kind));
    }
    Instant in(std::chrono::milliseconds time) { return timers.now() + time; }

    Fault cause;
    tests::support::FakeClock clock;
    tests::support::FakeTimers timers{clock};
    WaitScope scope;
    std::shared_ptr<FaultBoard> board = std::make_shared<FaultBoard>();
    Exposure exposure{board, {orders, {u"orders-1"_s}}, {scope, timers}};
    Line line{exposure, {u"orders"_s}, 1};
    QStringList ends; // the milliseconds which it took, or the word of the error
};

} // namespace

class TestLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOfOneDirectionAndOnePair_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("there");
        QTest::addColumn<bool>("back");
        QTest::newRow("cut off") << u"cut-off:orders>payments"_s << true << true;
        QTest::newRow("requests lost") << u"cut-requests:orders>payments"_s << true << false;
        QTest::newRow("answers lost") << u"cut-replies:orders>payments"_s << false << true;
        QTest::newRow("slow") << u"link-slow:orders>payments"_s << true << false;
        QTest::newRow("lossy") << u"link-loss:orders>payments"_s << true << true;
        QTest::newRow("narrow") << u"link-bandwidth:orders>payments"_s << true << true;
        QTest::newRow("cut off from the other end") << u"cut-off:payments>orders"_s << true << true;
        QTest::newRow("one way, from the other end") << u"cut-requests:payments>orders"_s << false << false;
        QTest::newRow("to another") << u"cut-off:orders>cart"_s << false << false;
        QTest::newRow("no line at all") << u"slow:orders"_s << false << false;
    }
    void isOfOneDirectionAndOnePair()
    {
        QFETCH(QString, text);
        QFETCH(bool, there);
        QFETCH(bool, back);
        Wire wire(text);
        QCOMPARE(wire.line.faultsOn(payments, Way::There).size(), there ? 1U : 0U);
        QCOMPARE(wire.line.faultsOn(payments, Way::Back).size(), back ? 1U : 0U);
    }

    void isSilentUntilTheDeadlineWhenCut()
    {
        Wire wire(u"cut-off:orders>payments"_s);
        wire.send(100, wire.in(2000ms));
        wire.timers.advance(1999ms);
        QVERIFY(wire.ends.isEmpty());
        wire.timers.advance(1ms);
        QCOMPARE(wire.ends, QStringList{u"timed-out"_s});
    }

    void letsThroughWhatWaitedWhenItIsMended()
    {
        Wire wire(u"cut-off:orders>payments"_s);
        wire.send(100);
        wire.timers.advance(60s);
        QVERIFY(wire.ends.isEmpty());
        wire.board->publish({});
        wire.exposure.look();
        QCOMPARE(wire.ends, QStringList{u"60000"_s});
    }

    void takesLongerWhenSlow()
    {
        Wire wire(u"link-slow:orders>payments,delay=300"_s);
        wire.send(100);
        wire.send(100, wire.in(200ms));
        wire.timers.advance(1s);
        QCOMPARE(wire.ends, (QStringList{u"timed-out"_s, u"300"_s}));
    }

    void sendsWhatIsLostAgain()
    {
        Wire wire(u"link-loss:orders>payments,share=0.5"_s);
        QStringList possible;
        for (int losses = 0; losses <= 12; ++losses)
            possible.append(QString::number(200 * ((1 << losses) - 1)));
        for (int i = 0; i < 200; ++i)
            wire.send(100);
        wire.timers.advance(20min);
        QCOMPARE(wire.ends.size(), 200);
        const auto whole = wire.ends.count(u"0"_s);
        QVERIFY2(whole > 60 && whole < 140, qPrintable(QString::number(whole)));
        QVERIFY(wire.ends.contains(u"200"_s) && wire.ends.contains(u"600"_s));
        for (const auto &took : std::as_const(wire.ends))
            QVERIFY2(possible.contains(took), qPrintable(took));
    }

    void losesMoreOfWhatIsLarge()
    {
        const auto wholeOf = [](qsizetype bytes) {
            Wire wire(u"link-loss:orders>payments,share=0.2"_s);
            for (int i = 0; i < 200; ++i)
                wire.send(bytes);
            wire.timers.advance(20min);
            return wire.ends.count(u"0"_s);
        };
        QVERIFY(wholeOf(14'600) < wholeOf(1'000) / 2);
    }

    void losesTheSameWithTheSameSeed()
    {
        const auto played = [] {
            Wire wire(u"link-loss:orders>payments,share=0.5"_s);
            for (int i = 0; i < 50; ++i)
                wire.send(100);
            wire.timers.advance(20min);
            return wire.ends;
        };
        QCOMPARE(played(), played());
    }

    void letsOneAfterAnotherThroughANarrowPlace()
    {
        Wire wire(u"link-bandwidth:orders>payments,bandwidth=1"_s);
        wire.send(1000);
        wire.send(500);
        wire.send(2000, wire.in(1700ms)); // would come too late, and does not take the line
        wire.send(300, Instant::max(), Way::Back); // the other way is another one
        wire.send(500);
        wire.timers.advance(10s);
        QCOMPARE(wire.ends, (QStringList{u"300"_s, u"1000"_s, u"1500"_s, u"timed-out"_s, u"2000"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLine)
#include "tst_line.moc"
