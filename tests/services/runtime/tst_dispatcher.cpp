// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "toy.h"

#include <services/runtime/dispatcher.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace services::runtime;
using namespace std::chrono_literals;
using model::system::Capability;
using services::contract::Component;
using services::waiting::Completer;
using services::waiting::Pending;
using services::waiting::WaitScope;
using toy::Event;
using toy::Reply;
using toy::Request;
using toy::RequestContext;

namespace {

// Answers when the test says so.
class Desk final : public Component
{
public:
    explicit Desk(WaitScope &scope)
        : m_scope(scope)
    {
        serve(u"GET /desk"_s, this, &Desk::answer);
        consume(u"said"_s, this, &Desk::listen);
    }
    std::vector<Completer<Reply>> waiting;
    std::vector<Request> seen;
    std::optional<RequestContext> heard;
    std::optional<services::contract::Error> complaint;

private:
    QCoro::Task<Result<Reply>> answer(Request request)
    {
        seen.push_back(std::move(request));
        Pending<Reply> pending(m_scope);
        waiting.push_back(pending.completer());
        auto reply = co_await pending;
        co_return reply;
    }
    QCoro::Task<Result<void>> listen(Event, RequestContext context)
    {
        heard = std::move(context);
        if (complaint)
            co_return failure(*complaint);
        co_return Result<void>();
    }

    WaitScope &m_scope;
};

Capability desk()
{
    Capability capability = toy::capability({u"desk"_s}, {u"GET /desk"_s});
    capability.consumes = {{toy::said, 1ms}};
    return capability;
}

struct Office
{
    explicit Office(int inFlightLimit = 100, double serviceTimeScale = 0)
        : slots_({4, 4}, ServiceTimes(1, serviceTimeScale), scope, timers)
        , dispatcher({inFlightLimit, 30s}, {slots_, faults, backing, recorder})
    {
    }
    ~Office() { scope.cancel(); }
    void come(Instant deadline = Instant::max(), Arrival arrival = Arrival::Network)
    {
        Request request;
        request.endpoint = {{u"desk"_s}, u"GET /desk"_s};
        request.context.deadline = deadline;
        scope.spawn(ask(std::move(request), arrival));
    }
    QCoro::Task<> ask(Request request, Arrival arrival)
    {
        const auto reply = co_await dispatcher.dispatch(std::move(request), arrival);
        ends.append(reply ? u"ok"_s : word(reply.error().kind));
    }
    QCoro::Task<> tell(Event event)
    {
        const model::system::CapabilityId desk{u"desk"_s};
        services::broker::Delivery delivery;
        delivery.event = std::move(event);
        const auto outcome = co_await dispatcher.deliver(desk, std::move(delivery));
        ends.append(outcome ? u"ok"_s : word(outcome.error().kind));
    }

    tests::support::FakeClock clock;
    tests::support::FakeTimers timers{clock};
    WaitScope scope;
    services::telemetry::Recorder recorder{clock, {{u"desk-1"_s}, 1, 1.0}};
    std::shared_ptr<services::faults::FaultBoard> board = std::make_shared<services::faults::FaultBoard>();
    services::faults::Exposure exposure{
        board, {{{u"desk"_s}, {}, {{u"desk"_s}}, 1}, {u"desk-1"_s}}, {scope, timers}};
    services::faults::RequestFaults faults{exposure, recorder, 1};
    BackingFaults backing{{exposure, recorder, scope, timers}};
    WorkSlots slots_;
    Desk component{scope};
    Dispatcher dispatcher;
    QStringList ends;
};

} // namespace

class TestDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handsARequestToWhoServesIt()
    {
        Office office;
        QVERIFY(office.dispatcher.add(desk(), office.component));
        office.come();
        QCOMPARE(office.component.seen.size(), 1U);
        QCOMPARE(office.dispatcher.inFlight(), 1);
        office.component.waiting.at(0).complete(Reply::noContent());
        QCOMPARE(office.ends, QStringList{u"ok"_s});
        QCOMPARE(office.dispatcher.inFlight(), 0);
        const auto telemetry = office.recorder.drain();
        QCOMPARE(telemetry.spans.size(), 1U);
        QVERIFY(telemetry.spans.front().crossedNetwork);
        // What the handler calls hangs below the span of the request.
        QCOMPARE(office.component.seen.front().context.trace.span, telemetry.spans.front().id);
    }

    void knowsOnlyWhatIsServed()
    {
        Office office;
        office.come();
        QCOMPARE(office.ends, QStringList{u"not-found"_s});
    }

    void refusesMoreThanItsLimitInFlight()
    {
        Office office(2);
        QVERIFY(office.dispatcher.add(desk(), office.component));
        for (int i = 0; i < 3; ++i)
            office.come();
        QCOMPARE(office.ends, QStringList{u"overloaded"_s});
        office.component.waiting.at(0).complete(Reply::noContent());
        office.come();
        QCOMPARE(office.component.seen.size(), 3U);
    }

    // Half of a request is no use to anybody.
    void refusesNobodyWhoIsInAlready()
    {
        Office office(1);
        QVERIFY(office.dispatcher.add(desk(), office.component));
        office.come();
        office.come(Instant::max(), Arrival::Local);
        QCOMPARE(office.component.seen.size(), 2U);
        QCOMPARE(office.dispatcher.inFlight(), 2);
        office.component.waiting.at(0).complete(Reply::noContent());
        office.come(); // the place of the other is taken all the same
        QCOMPARE(office.ends, (QStringList{u"ok"_s, u"overloaded"_s}));
    }

    void doesNotWorkForWhoHasStoppedWaiting()
    {
        Office office;
        QVERIFY(office.dispatcher.add(desk(), office.component));
        office.come(office.clock.now());
        QCOMPARE(office.ends, QStringList{u"timed-out"_s});
        QVERIFY(office.component.seen.empty());
    }

    void tellsNobodyUpstreamToRepeatWhatWasSeen_data()
    {
        QTest::addColumn<Kind>("inside");
        QTest::addColumn<Kind>("outside");
        QTest::newRow("refused further down") << Kind::Refused << Kind::Unavailable;
        QTest::newRow("reset further down") << Kind::Reset << Kind::Unavailable;
        QTest::newRow("timed out further down") << Kind::TimedOut << Kind::TimedOut;
        QTest::newRow("not found") << Kind::NotFound << Kind::NotFound;
    }
    void tellsNobodyUpstreamToRepeatWhatWasSeen()
    {
        QFETCH(Kind, inside);
        QFETCH(Kind, outside);
        Office office;
        QVERIFY(office.dispatcher.add(desk(), office.component));
        office.come();
        office.component.waiting.at(0).complete(failure(inside, u"why"_s));
        QCOMPARE(office.ends, QStringList{word(outside)});
        const auto telemetry = office.recorder.drain();
        QCOMPARE(telemetry.spans.front().failureMessage, u"why"_s);
    }

    void unwindsWhenTheInstanceEnds()
    {
        Office office;
        QVERIFY(office.dispatcher.add(desk(), office.component));
        office.come();
        office.come();
        office.scope.cancel();
        QCOMPARE(office.ends, (QStringList{u"cancelled"_s, u"cancelled"_s}));
        QVERIFY(office.scope.isIdle());
        QCOMPARE(office.dispatcher.inFlight(), 0);
    }

    void letsAMessageDoItsWorkFirst()
    {
        Office office(100, 1.0);
        QVERIFY(office.dispatcher.add(desk(), office.component));
        Event event;
        event.topic = toy::said;
        office.scope.spawn(office.tell(event));
        QCOMPARE(office.slots_.working(), 1);
        QVERIFY(!office.component.heard);
        office.timers.advance(1s);
        QVERIFY(office.component.heard);
        QVERIFY(office.component.heard->deadline < Instant::max()); // each wait has one
        QCOMPARE(office.ends, QStringList{u"ok"_s});
    }

    void passesOnWhyAMessageCannotBeHandled()
    {
        Office office;
        QVERIFY(office.dispatcher.add(desk(), office.component));
        office.component.complaint = services::contract::Error{Kind::Conflict, u"not now"_s, {}};
        Event event;
        event.topic = toy::said;
        office.scope.spawn(office.tell(event));
        event.topic = {u"unheard of"_s};
        office.scope.spawn(office.tell(event));
        QCOMPARE(office.ends, (QStringList{u"conflict"_s, u"internal"_s}));
    }

    void insistsOnCodeForWhatIsDeclared()
    {
        Office office;
        const auto more = [] {
            auto capability = desk();
            capability.endpoints.push_back(capability.endpoints.front());
            capability.endpoints.back().id.operation = u"GET /more"_s;
            return capability;
        }();
        const auto added = office.dispatcher.add(more, office.component);
        QVERIFY(!added);
        QVERIFY(added.error().message.contains(u"GET /more"));
        auto curious = desk();
        curious.consumes.push_back({{u"gossip"_s}, 1ms});
        const auto curiousAdded = office.dispatcher.add(curious, office.component);
        QVERIFY(!curiousAdded);
        QVERIFY(curiousAdded.error().message.contains(u"gossip"));
    }
};

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
