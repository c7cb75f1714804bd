// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdict.h"

namespace services::experiment {

using namespace Qt::StringLiterals;
using namespace model::operation;

namespace {

QString counts(const Tally &tally)
{
    QString text = u"%1 of %2 attempts succeeded"_s.arg(tally.succeeded).arg(tally.attempts);
    if (tally.degraded > 0)
        text += u", %1 of them degraded"_s.arg(tally.degraded);
    return text;
}

QString inMilliseconds(std::chrono::nanoseconds duration)
{
    return u"%1 ms"_s.arg(std::chrono::duration<double, std::milli>(duration).count(), 0, 'f', 0);
}

QString inSeconds(std::chrono::milliseconds duration)
{
    return u"%1 s"_s.arg(std::chrono::duration<double>(duration).count(), 0, 'f', 1);
}

// Whether what was measured in one episode is what was predicted of it. Who was to be down before as well has
// no moment at which he becomes so.
std::pair<bool, QString> compare(const JourneyFigures &figures,
                                 const Foretold &foretold,
                                 bool wasToBeDown,
                                 std::chrono::milliseconds within)
{
    const auto &[begin, end, predicted] = foretold;
    if (predicted.state == JourneyState::Down && !wasToBeDown) {
        const QString expected = u"predicted: down after %1; measured: "_s.arg(inSeconds(predicted.after));
        const auto after = figures.downAfter(begin, end);
        if (!after)
            return {false, expected + u"not down in the end"_s};
        return {std::chrono::abs(*after - predicted.after) <= within,
                expected + u"down after "_s + inSeconds(*after)};
    }
    const bool staysDown = predicted.state == JourneyState::Down;
    const Instant turned = staysDown ? begin : begin + predicted.after;
    const auto measured = figures.tallyOf(turned + within < end ? turned + within : turned, end).state();
    return {measured == predicted.state,
            u"predicted: %1; measured: %2"_s.arg(word(predicted.state), word(measured))};
}

struct Judge
{
    const JourneyFigures &figures;
    const std::vector<Foretold> &foretold;

    std::pair<bool, QString> operator()(const StateIs &check) const
    {
        const auto state = figures.state(check.phase);
        return {state == check.state, u"%1: %2"_s.arg(word(state), counts(figures.phase(check.phase).tally))};
    }
    std::pair<bool, QString> operator()(const RecoversWithin &check) const
    {
        if (!figures.wasLost)
            return {true, u"it lost no attempt"_s};
        if (!figures.recovery)
            return {false, u"it did not recover within the run"_s};
        return {*figures.recovery <= check.limit, u"%1 ms"_s.arg(figures.recovery->count())};
    }
    std::pair<bool, QString> operator()(const FailuresAtMost &check) const
    {
        const auto &tally = figures.phase(check.phase).tally;
        return {tally.failed() <= check.limit,
                u"%1 of %2 attempts failed"_s.arg(tally.failed()).arg(tally.attempts)};
    }
    std::pair<bool, QString> operator()(const SuccessShareAtLeast &check) const
    {
        const auto &tally = figures.phase(check.phase).tally;
        return {tally.successShare() >= check.share, counts(tally)};
    }
    std::pair<bool, QString> operator()(const P95AtMostTimesBefore &check) const
    {
        const auto &before = figures.phase(Phase::Before).latency;
        const auto &then = figures.phase(check.phase).latency;
        if (before.isEmpty() || then.isEmpty())
            return {false,
                    u"no attempt succeeded %1 the fault"_s.arg(
                        word(before.isEmpty() ? Phase::Before : check.phase))};
        const double times = std::chrono::duration<double>(then.quantile(0.95)) / before.quantile(0.95);
        return {times <= check.times,
                u"%1 times: %2, before it %3"_s.arg(times, 0, 'f', 2)
                    .arg(inMilliseconds(then.quantile(0.95)), inMilliseconds(before.quantile(0.95)))};
    }
    std::pair<bool, QString> operator()(const P95BackUnder &check) const
    {
        const auto back = figures.p95BackUnder(check.limit);
        if (!back)
            return {false, u"it was never so for four seconds"_s};
        return {*back <= check.within, u"after %1 ms"_s.arg(back->count())};
    }
    std::pair<bool, QString> operator()(const AsPredicted &check) const
    {
        if (foretold.empty())
            return {false, u"nothing is predicted of it"_s};
        bool held = true;
        QStringList all;
        for (std::size_t i = 0; i < foretold.size(); ++i) {
            const bool goesOn = i > 0 && foretold[i - 1].end == foretold[i].begin;
            const bool wasToBeDown = goesOn && foretold[i - 1].outlook.state == JourneyState::Down;
            const auto [isAsForetold, actual] = compare(figures, foretold[i], wasToBeDown, check.within);
            held = held && isAsForetold;
            all.append(actual);
        }
        return {held, all.join(u"; then "_s)};
    }
    template<typename OfCapability>
    std::pair<bool, QString> operator()(const OfCapability &) const
    {
        return {false, u"this is not said of a journey"_s};
    }
};

struct CapabilityJudge
{
    const CapabilityFigures &figures;

    std::pair<bool, QString> operator()(const CallsAtMostTimesBefore &check) const
    {
        const auto times = figures.callsTimesBefore(check.phase);
        return {times && *times <= check.times, calls(check.phase)};
    }
    std::pair<bool, QString> operator()(const CallsAtLeastTimesBefore &check) const
    {
        const auto times = figures.callsTimesBefore(check.phase);
        return {times && *times >= check.times, calls(check.phase)};
    }
    std::pair<bool, QString> operator()(const InstancesAtMost &check) const
    {
        const auto most = figures.phase(check.phase).mostInstances;
        return {most > 0 && most <= check.limit, instances(most)};
    }
    std::pair<bool, QString> operator()(const InstancesAtLeast &check) const
    {
        const auto most = figures.phase(check.phase).mostInstances;
        return {most >= check.limit, instances(most)};
    }
    std::pair<bool, QString> operator()(const InstancesInTheEndAtMost &check) const
    {
        const auto last = figures.instancesInTheEnd;
        return {last > 0 && last <= check.limit, u"%1 in the end"_s.arg(last)};
    }
    std::pair<bool, QString> operator()(const MessagesWaitingAtLeast &check) const
    {
        const auto most = figures.phase(check.phase).mostWaiting;
        return {most >= check.limit, u"%1 at most at one moment"_s.arg(most)};
    }
    std::pair<bool, QString> operator()(const DrainsWithin &check) const
    {
        if (!figures.draining)
            return {false, u"it was not restarted, or nobody looked"_s};
        const auto &[from, left, took, most] = *figures.draining;
        if (!took)
            return {false, u"of %1 messages %2 were left in the end"_s.arg(from).arg(left)};
        return {*took <= check.limit && most <= check.mostPerSecond,
                u"%1 messages in %2, at most %3 in a second"_s.arg(from).arg(inSeconds(*took)).arg(most)};
    }
    template<typename OfJourney>
    std::pair<bool, QString> operator()(const OfJourney &) const
    {
        return {false, u"this is not said of a capability"_s};
    }

private:
    QString calls(Phase phase) const
    {
        const auto times = figures.callsTimesBefore(phase);
        if (!times)
            return u"nobody called it before the fault, or no customer came"_s;
        const auto &before = figures.phase(Phase::Before);
        const auto &then = figures.phase(phase);
        return u"%1 times: %2 calls for %3 attempts of customers, before it %4 for %5"_s
            .arg(*times, 0, 'f', 2)
            .arg(then.calls)
            .arg(then.attempts)
            .arg(before.calls)
            .arg(before.attempts);
    }
    static QString instances(int most)
    {
        return most == 0 ? u"nobody looked"_s : u"%1 at most at one moment"_s.arg(most);
    }
};

Phase phaseOf(const Check &check)
{
    const auto phase = [](const auto &one) {
        if constexpr (requires { one.phase; })
            return one.phase;
        else
            return Phase::During;
    };
    return std::visit(phase, check);
}

QString nobodyTried(Phase phase, std::size_t fault, std::size_t faults)
{
    const QString which = faults > 1 ? u"fault %1 of %2"_s.arg(fault + 1).arg(faults) : u"the fault"_s;
    return u"nobody tried it %1 %2"_s.arg(word(phase), which);
}

} // namespace

Verdict
judge(const Expectation &expectation, const JourneyFigures &figures, const std::vector<Foretold> &foretold)
{
    const auto phase = phaseOf(expectation.check);
    if (const auto fault = figures.untried(phase))
        return {expectation, words(expectation), false, nobodyTried(phase, *fault, figures.faults.size())};
    auto [held, actual] = std::visit(Judge{figures, foretold}, expectation.check);
    if (!held && !figures.commonestFailure.isEmpty())
        actual += u" (%1)"_s.arg(figures.commonestFailure);
    return {expectation, words(expectation), held, actual};
}

Verdict judge(const Expectation &expectation, const CapabilityFigures &figures)
{
    auto [held, actual] = std::visit(CapabilityJudge{figures}, expectation.check);
    return {expectation, words(expectation), held, actual};
}

} // namespace services::experiment
