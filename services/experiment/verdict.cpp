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

struct Judge
{
    const JourneyFigures &figures;

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

Verdict judge(const Expectation &expectation, const JourneyFigures &figures)
{
    const auto phase = phaseOf(expectation.check);
    if (const auto fault = figures.untried(phase))
        return {expectation, words(expectation), false, nobodyTried(phase, *fault, figures.faults.size())};
    auto [held, actual] = std::visit(Judge{figures}, expectation.check);
    if (!held && !figures.commonestFailure.isEmpty())
        actual += u" (%1)"_s.arg(figures.commonestFailure);
    return {expectation, words(expectation), held, actual};
}

} // namespace services::experiment
