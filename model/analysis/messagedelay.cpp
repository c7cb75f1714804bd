// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyplay.h"
#include "wording.h"

#include <model/operation/faultwords.h>

#include <algorithm>

namespace model::analysis {

using operation::FaultSetting;

namespace {

// Whoever consumes for the unit's capabilities at present; null: somebody does.
const Fault *whyNobodyConsumes(const Troubles &troubles, int unit)
{
    const Fault *why = nullptr;
    for (const auto &lot : troubles.lots(unit)) {
        const Fault *gone = nullptr;
        for (const auto kind : {FaultKind::Crash, FaultKind::BadConfiguration, FaultKind::Freeze}) {
            if (gone == nullptr)
                gone = lot.find(kind);
        }
        if (gone == nullptr)
            return nullptr;
        why = gone;
    }
    return why;
}

bool preventsChanges(FaultKind kind)
{
    return kind == FaultKind::StoreLocked || kind == FaultKind::StoreFull || kind == FaultKind::StoreLost
        || kind == FaultKind::StoreCorrupt;
}

MessageDelay delayAt(const Stage::Setting &setting, const Phase &phase, const Ground::Endpoint &endpoint)
{
    const auto &unit = *setting.ground.unit(endpoint.unit).declared;
    MessageDelay delay;
    if (const auto *fault = whyNobodyConsumes(setting.troubles, endpoint.unit))
        return {never, setting.reasons.add(wordsOn(*fault, unit))};
    for (const Fault *fault : setting.troubles.stores(endpoint.unit)) {
        if (preventsChanges(fault->kind))
            return {never, setting.reasons.add(wordsOn(*fault, unit))};
        if (fault->kind == FaultKind::StoreSlow)
            delay = {delay.seconds + fault->setting(FaultSetting::DelayMs) / 1000,
                     setting.reasons.add(wordsOn(*fault, unit))};
    }
    const auto &flapping = setting.troubles.flapping();
    for (std::size_t i = 0; i < flapping.size(); ++i) {
        if (flapping[i].unit == endpoint.unit && phase.isDown[i])
            delay = {delay.seconds + flapping[i].downSeconds,
                     setting.reasons.add(wordsOn(*flapping[i].fault, unit))};
    }
    return delay;
}

} // namespace

// By the quickest of all consumers which are asked: each of their topics may bring what is waited for.
MessageDelay messageDelay(const Stage::Setting &setting, const Phase &phase, int endpoint)
{
    MessageDelay quickest{never, 0};
    bool isAny = false;
    for (const int each : setting.ground.reachedFrom(endpoint)) {
        const auto &reached = setting.ground.endpoint(each);
        if (setting.ground.capability(reached.capability).consumes.empty())
            continue;
        const auto delay = delayAt(setting, phase, reached);
        if (!isAny || delay.seconds < quickest.seconds)
            quickest = delay;
        isAny = true;
    }
    if (!isAny)
        return {};
    for (const Fault *fault : setting.troubles.brokers()) {
        const double seconds
            = fault->kind == FaultKind::BrokerDown ? never : fault->setting(FaultSetting::DelayMs) / 1000;
        quickest = {quickest.seconds + seconds, setting.reasons.add(words(*fault))};
    }
    return quickest;
}

} // namespace model::analysis
