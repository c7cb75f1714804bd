// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkreader.h"

#include "scenariocontext.h"

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Range<double> timesAllowed{0.01, 1000};
constexpr json::Range<int> instancesAllowed{1, 64};
constexpr json::Range<int> messagesAllowed{1, 1'000'000};

std::chrono::milliseconds readTime(json::ObjectReader &in, const QString &key)
{
    return std::chrono::round<std::chrono::milliseconds>(in.milliseconds(key, {1, 600'000}));
}

Check readPhaseCheck(json::ObjectReader &in, const QString &key)
{
    const auto phase = in.choice(u"phase"_s, phaseChoices());
    if (key == u"failuresAtMost")
        return FailuresAtMost{phase, in.integer(key, {0, 1'000'000})};
    if (key == u"successShareAtLeast")
        return SuccessShareAtLeast{phase, in.number(key, {0, 1})};
    if (key == u"p95AtMostTimesBefore")
        return P95AtMostTimesBefore{phase, in.number(key, timesAllowed)};
    if (key == u"callsAtMostTimesBefore")
        return CallsAtMostTimesBefore{phase, in.number(key, timesAllowed)};
    if (key == u"callsAtLeastTimesBefore")
        return CallsAtLeastTimesBefore{phase, in.number(key, timesAllowed)};
    if (key == u"instancesAtMost")
        return InstancesAtMost{phase, in.integer(key, instancesAllowed)};
    if (key == u"instancesAtLeast")
        return InstancesAtLeast{phase, in.integer(key, instancesAllowed)};
    if (key == u"messagesWaitingAtLeast")
        return MessagesWaitingAtLeast{phase, in.integer(key, messagesAllowed)};
    return StateIs{phase, in.choice(key, stateChoices())};
}

} // namespace

QStringList journeyCheckKeys()
{
    return {u"state"_s,
            u"recoversWithinMs"_s,
            u"failuresAtMost"_s,
            u"successShareAtLeast"_s,
            u"p95AtMostTimesBefore"_s,
            u"p95BackUnderMs"_s,
            u"asPredictedWithinMs"_s};
}

QStringList capabilityCheckKeys()
{
    return {u"callsAtMostTimesBefore"_s, u"callsAtLeastTimesBefore"_s, u"instancesAtMost"_s,
            u"instancesAtLeast"_s,       u"instancesInTheEndAtMost"_s, u"messagesWaitingAtLeast"_s,
            u"drainsWithinMs"_s};
}

Check readCheck(json::ObjectReader &in, const QString &key)
{
    if (key == u"recoversWithinMs")
        return RecoversWithin{readTime(in, key)};
    if (key == u"p95BackUnderMs")
        return P95BackUnder{readTime(in, key), readTime(in, u"withinMs"_s)};
    if (key == u"asPredictedWithinMs")
        return AsPredicted{readTime(in, key)};
    if (key == u"instancesInTheEndAtMost")
        return InstancesInTheEndAtMost{in.integer(key, instancesAllowed)};
    if (key == u"drainsWithinMs")
        return DrainsWithin{readTime(in, key), in.integer(u"atMostPerSecond"_s, messagesAllowed)};
    return readPhaseCheck(in, key);
}

} // namespace model::operation
