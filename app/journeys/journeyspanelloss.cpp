// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the panel says of what is lost.

#include "journeyspanel.h"

#include <app/wording/health.h>
#include <app/wording/journeys.h>
#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>

namespace app::journeys {

using namespace Qt::StringLiterals;
using services::runtime::InstanceState;

namespace {

// Without the fleet, which stands beside it.
QString wordsOf(model::operation::Fault fault)
{
    fault.target.fleet = {};
    QString words = model::operation::words(fault);
    words.front() = words.front().toUpper();
    return words;
}

} // namespace

LossCard::Loss JourneysPanel::lossOf(size_t fleet, const services::platform::FleetSnapshot &snapshot) const
{
    std::vector<const services::platform::InstanceSnapshot *> dead;
    for (const auto &instance : snapshot.instances) {
        if (wording::healthOf(instance.status.state) == wording::Health::Bad
            || (instance.status.state == InstanceState::Starting && instance.status.incarnation > 1))
            dead.push_back(&instance);
    }
    const auto &comparison = m_comparisons[fleet];
    LossCard::Loss loss;
    loss.predicted = comparison.predictedHurt();
    loss.measured = comparison.measuredHurt();
    loss.isSettled = comparison.isSettled();
    loss.isDown = !dead.empty();
    loss.isBroken = !snapshot.faults.empty();
    QStringList story = storyOfFaults(fleet, snapshot.faults);
    if (story.isEmpty() || loss.isDown)
        story << storyOfDead(dead, loss.measured);
    loss.story = story.join(u' ');
    for (const auto &id : comparison.untried()) {
        const auto *journey = m_system.journey(id);
        loss.untried << (journey != nullptr ? journey->title : id.value);
    }
    for (const auto &disagreement : comparison.disagreements())
        loss.disagreements << words(disagreement);
    return loss;
}

QStringList JourneysPanel::storyOfFaults(size_t fleet,
                                         const std::vector<model::operation::Fault> &faults) const
{
    constexpr int most = 3; // the chip in the top bar lists them all
    QStringList sentences;
    for (const auto &fault : faults) {
        if (fault.kind == model::operation::FaultKind::Crash)
            continue; // who is down is told by name
        const auto *unit = m_packagings[fleet].unitOf(fault.target.capability);
        const bool takesAll = unit != nullptr && unit->capabilities.size() > 1
            && model::operation::description(fault.kind).reach == model::operation::FaultReach::Process;
        sentences << (takesAll
                          ? tr("%1, with all %2 modules.").arg(wordsOf(fault)).arg(unit->capabilities.size())
                          : tr("%1.").arg(wordsOf(fault)));
    }
    if (sentences.size() > most)
        sentences = sentences.mid(0, most) << tr("And %1 more.").arg(sentences.size() - most);
    return sentences;
}

QString JourneysPanel::storyOfDead(const std::vector<const services::platform::InstanceSnapshot *> &dead,
                                   int hurt) const
{
    if (dead.empty() && hurt == 0)
        return {};
    if (dead.empty())
        return tr("%1 of %2 journeys hurt lately.").arg(hurt).arg(m_system.journeys.size());
    QStringList names;
    size_t modules = 0;
    for (const auto *instance : dead) {
        names << instance->status.id.value;
        modules += instance->status.capabilities.size();
    }
    if (modules > dead.size())
        return tr("%1 is down and took its %2 modules with it.").arg(names.join(u", "_s)).arg(modules);
    return tr("%1 down; %2 of %3 journeys hurt.")
        .arg(names.join(u", "_s))
        .arg(hurt)
        .arg(m_system.journeys.size());
}

QString JourneysPanel::words(const Comparison::Disagreement &disagreement) const
{
    const auto *journey = m_system.journey(disagreement.journey);
    const auto &tally = disagreement.measured;
    QString predicted = wording::words(disagreement.predicted.state);
    if (!disagreement.predicted.why.isEmpty())
        predicted = tr("%1 (%2)").arg(predicted, disagreement.predicted.why);
    QString measured = tr("%1 of %2 attempts succeeded, %3 of them degraded")
                           .arg(tally.succeeded)
                           .arg(tally.attempts)
                           .arg(tally.degraded);
    if (!disagreement.lately.isEmpty())
        measured += tr("; lately: %1").arg(disagreement.lately);
    return tr("%1 was predicted %2, and is measured %3 (%4).")
        .arg(journey != nullptr ? journey->title : disagreement.journey.value, predicted,
             wording::words(disagreement.state()), measured);
}

} // namespace app::journeys
