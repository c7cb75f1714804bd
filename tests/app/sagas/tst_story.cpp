// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/sagas/story.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::sagas;
using namespace std::chrono_literals;
using model::telemetry::Span;
using model::telemetry::SpanKind;
using services::shop::history::LogEntry;
using services::shop::orders::Debts;
using services::shop::orders::State;

namespace {

Moment at(std::chrono::milliseconds time)
{
    return Moment(1'000'000s + time);
}

LogEntry entry(std::chrono::milliseconds time, State state, Debts debts = {}, const QString &failure = {})
{
    return {at(time), 1, state, debts, failure, 0, u"orders-1"_s};
}

TracedLife lifeOf(std::vector<LogEntry> log)
{
    TracedLife life;
    life.written.order.id = u"o-1"_s;
    life.written.order.state = log.back().state;
    life.written.order.total = 1230;
    life.written.order.currency = u"EUR"_s;
    life.written.log = std::move(log);
    return life;
}

TracedLife confirmed()
{
    return lifeOf({entry(0ms, State::Started), entry(5ms, State::Reserved), entry(30ms, State::Charged),
                   entry(34ms, State::Committed), entry(35ms, State::Confirmed)});
}

// One line a step: "Orders > Payments failed charges ... @12".
QStringList told(const TracedLife &life)
{
    const QStringList manners{u""_s, u"undoing "_s, u"failed "_s, u"waiting "_s, u"note "_s};
    QStringList lines;
    for (const auto &beat : storyOf(life)) {
        const QString when = beat.at ? u" @%1"_s.arg((*beat.at - at(0ms)) / 1ms) : QString();
        lines << u"%1 > %2: %3%4%5"_s.arg(title(beat.from), title(beat.to),
                                          manners[static_cast<int>(beat.manner)],
                                          QString(beat.words).replace(QChar::Nbsp, u' '), when);
    }
    return lines;
}

} // namespace

// The stores in, a story out.
class TestStory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPurchase()
    {
        auto life = confirmed();
        life.written.charges = {{u"captured"_s, {}, 1230, at(29ms)}};
        life.written.parcels = {at(60ms)};
        life.written.mails = {{u"order-confirmed"_s, at(70ms)}, {u"order-shipped"_s, at(80ms)}};
        const QStringList expected{u"Customer > Orders: orders for € 12.30 @0"_s,
                                   u"Orders > Inventory: sets the stock aside @5"_s,
                                   u"Orders > Payments: charges € 12.30 @30"_s,
                                   u"Orders > Inventory: takes the stock @34"_s,
                                   u"Orders > Orders: note confirmed; the news of it is in the outbox @35"_s,
                                   u"Orders > Broker: order.placed"_s,
                                   u"Broker > Shipping: sends the parcel @60"_s,
                                   u"Broker > Notifications: mails the confirmation @70"_s,
                                   u"Shipping > Broker: shipment.created"_s,
                                   u"Broker > Notifications: mails that it is on its way @80"_s};
        QCOMPARE(told(life), expected);
    }

    void whatIsStillToCome()
    {
        auto life = confirmed();
        life.written.unpublished = {u"order.placed"_s};
        const QStringList rest = told(life).mid(5);
        const QStringList expected{u"Orders > Broker: waiting order.placed waits in the outbox"_s,
                                   u"Broker > Shipping: waiting sends the parcel"_s,
                                   u"Broker > Notifications: waiting mails the confirmation"_s,
                                   u"Broker > Notifications: waiting mails that it is on its way"_s};
        QCOMPARE(rest, expected);
        QCOMPARE(told(lifeOf({entry(0ms, State::Started), entry(5ms, State::Reserved)})).last(),
                 u"Orders > Payments: waiting charges € 12.30"_s);
    }

    void aCompensation()
    {
        const Debts both{.charge = true, .reservation = true};
        const Debts money{.charge = true, .reservation = false};
        const QString why = u"payments does not answer"_s;
        const auto life
            = lifeOf({entry(0ms, State::Started), entry(5ms, State::Reserved),
                      entry(900ms, State::Unwinding, both, why), entry(905ms, State::Unwinding, money, why),
                      entry(2000ms, State::Compensated, {}, why)});
        const QStringList expected{
            u"Customer > Orders: orders for € 12.30 @0"_s,
            u"Orders > Inventory: sets the stock aside @5"_s,
            u"Orders > Payments: failed charges € 12.30 · payments does not answer @900"_s,
            u"Orders > Orders: undoing gives up: payments does not answer @900"_s,
            u"Orders > Inventory: undoing stock goes back @905"_s,
            u"Orders > Payments: undoing money goes back @2000"_s,
            u"Orders > Customer: undoing no order; nothing is owed @2000"_s};
        QCOMPARE(told(life), expected);
        auto open = life;
        open.written.log.pop_back();
        open.written.order.state = State::Unwinding;
        QCOMPARE(told(open).last(), u"Orders > Payments: waiting money has to go back"_s);
    }

    void aCrashInBetween()
    {
        auto life
            = lifeOf({entry(0ms, State::Started), entry(5ms, State::Reserved), entry(9ms, State::Charged)});
        auto resumed = entry(1600ms, State::Charged);
        resumed.worker = u"orders-2"_s;
        life.written.log.push_back(resumed);
        for (const int tries : {1, 2}) { // put down, taken up, put down
            resumed.tries = tries;
            resumed.worker.clear();
            resumed.at = at(tries * 6600ms);
            life.written.log.push_back(resumed);
            resumed.worker = u"orders-2"_s;
            life.written.log.push_back(resumed);
        }
        const auto lines = told(life);
        QCOMPARE(lines[3], u"Orders > Orders: note taken over by another life of orders @1600"_s);
        QCOMPARE(lines[4], u"Orders > Orders: note could not be settled yet, to be tried again (2) @13200"_s);
        QCOMPARE(lines[5], u"Orders > Inventory: waiting takes the stock"_s);
    }

    void whatWasTracedTellsHowLongACallTook()
    {
        auto life = confirmed();
        Span span;
        span.kind = SpanKind::Client;
        span.caller = {u"orders"_s};
        span.endpoint = {{u"payments"_s}, u"POST /charges"_s};
        span.start = model::telemetry::Instant(6ms);
        span.duration = 21ms;
        span.annotations = {{{}, u"Tried again: no connection"_s}};
        life.spans = {span};
        life.sinceBoot = 1'000'000s;
        const auto story = storyOf(life);
        QCOMPARE(QString(story[2].words).replace(QChar::Nbsp, u' '),
                 u"charges € 12.30 · 21 ms · tried twice"_s);
        QVERIFY(story[2].detail.contains(u"no connection"_s));
        QVERIFY(!story[1].words.contains(u"ms"_s)); // that call was not traced
    }

    void damageIsSeen()
    {
        auto life = confirmed();
        life.written.charges = {{u"captured"_s, {}, 1230, at(20ms)}, {u"captured"_s, {}, 1230, at(29ms)}};
        life.written.parcels = {at(60ms), at(61ms)};
        const auto lines = told(life);
        QVERIFY(lines.contains(u"Payments > Payments: failed charged 2 times"_s));
        QVERIFY(lines.contains(u"Shipping > Shipping: failed 2 parcels @61"_s));
    }

    void aSecondAttempt()
    {
        auto again = entry(50ms, State::Started);
        again.attempt = 2;
        auto reserved = entry(55ms, State::Reserved);
        reserved.attempt = 2;
        const auto lines
            = told(lifeOf({entry(0ms, State::Started), entry(9ms, State::Compensated), again, reserved}));
        QVERIFY(lines.contains(u"Customer > Orders: tries again (attempt 2) @50"_s));
        QVERIFY(lines.contains(u"Orders > Inventory: sets the stock aside @55"_s));
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
