// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the panel says of what is lost, and of what would be.

#include "journeyspanel.h"

#include <app/wording/faults.h>
#include <app/wording/figures.h>
#include <app/wording/health.h>
#include <app/wording/instances.h>
#include <app/wording/journeys.h>
#include <model/operation/faulttable.h>

namespace app::journeys {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::runtime::InstanceState;

namespace {

constexpr std::chrono::duration<double> leastDelay = 5ms; // that is worth a word

int severityOf(const model::analysis::Outlook &outlook)
{
    if (outlook.state == JourneyState::Working)
        return outlook.isSlowed ? 1 : 0;
    return outlook.state == JourneyState::Down ? 3 : 2;
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
    loss.isPast = m_moment.has_value();
    loss.measured = loss.isPast ? Comparison::hurtIn(snapshot) : comparison.measuredHurt();
    loss.isDown = !dead.empty();
    loss.isBroken = !snapshot.faults.empty();
    QStringList story = storyOfFaults(fleet, snapshot.faults);
    if (story.isEmpty() || loss.isDown)
        story << storyOfDead(fleet, dead, loss.measured);
    loss.story = story.join(u' ');
    if (loss.isPast)
        return loss; // the comparison is of now
    loss.predicted = comparison.predictedHurt();
    loss.isSettled = comparison.isSettled();
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
        const QString words = wording::wordsAtStart(fault, m_system, m_packagings[fleet]);
        const auto *unit = m_packagings[fleet].unitOf(fault.target.capability);
        const bool takesAll = unit != nullptr && unit->capabilities.size() > 1
            && model::operation::description(fault.kind).reach == model::operation::FaultReach::Process;
        sentences << (takesAll ? tr("%1, with all %2 modules.").arg(words).arg(unit->capabilities.size())
                               : tr("%1.").arg(words));
    }
    if (sentences.size() > most)
        sentences = sentences.mid(0, most) << tr("And %1 more.").arg(sentences.size() - most);
    return sentences;
}

QString JourneysPanel::storyOfDead(size_t fleet,
                                   const std::vector<const services::platform::InstanceSnapshot *> &dead,
                                   int hurt) const
{
    if (dead.empty() && hurt == 0)
        return {};
    const bool isPast = m_moment.has_value();
    if (dead.empty())
        return (isPast ? tr("%1 of %2 journeys were hurt.") : tr("%1 of %2 journeys hurt lately."))
            .arg(hurt)
            .arg(m_system.journeys.size());
    QStringList names;
    size_t modules = 0;
    for (const auto *instance : dead) {
        names << wording::nameOf(instance->status.id, m_packagings[fleet]);
        modules += instance->status.capabilities.size();
    }
    if (modules > dead.size())
        return (isPast ? tr("%1 was down and had taken its %2 modules with it.")
                       : tr("%1 is down and took its %2 modules with it."))
            .arg(names.join(u", "_s))
            .arg(modules);
    return (isPast ? tr("%1 down then; %2 of %3 journeys were hurt.")
                   : tr("%1 down; %2 of %3 journeys hurt."))
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

// Of those who would go on, who would wait longer than now, and how much as far as the model has a figure.
QStringList JourneysPanel::slowedBy(size_t fleet, const model::analysis::BlastRadius &radius) const
{
    QStringList slowed;
    for (const auto &journey : m_system.journeys) {
        const auto now = m_comparisons[fleet].expected().value(journey.id);
        const auto then = radius.journeys.value(journey.id);
        if (then.state != JourneyState::Working)
            continue;
        if (!now.takes.has_value() || !then.takes.has_value()) {
            if (then.isSlowed && !now.isSlowed)
                slowed << journey.title;
        } else if (*then.takes - *now.takes >= leastDelay) {
            slowed << tr("%1 by %2").arg(journey.title, wording::lasting(*then.takes - *now.takes));
        }
    }
    return slowed;
}

void JourneysPanel::predict(int fleet,
                            const model::operation::Fault &fault,
                            const model::analysis::BlastRadius &radius)
{
    const auto &packaging = m_packagings[static_cast<size_t>(fleet)];
    QHash<model::system::JourneyId, JourneyState> states;
    QStringList down;
    QStringList degraded;
    QString why;
    int worst = -1;
    for (const auto &journey : m_system.journeys) {
        const auto outlook = radius.journeys.value(journey.id);
        states[journey.id] = outlook.state;
        if (outlook.state == JourneyState::Down)
            down << journey.title;
        else if (outlook.state == JourneyState::Degraded)
            degraded << journey.title;
        if (!outlook.why.isEmpty() && severityOf(outlook) > worst) { // the first of the worst tells why
            worst = severityOf(outlook);
            why = tr("%1: %2").arg(journey.title, outlook.why);
        }
    }
    m_model->setPrediction(fleet, states);
    QStringList lines;
    if (down.size() == static_cast<int>(m_system.journeys.size()))
        lines << tr("✕ Down: everything");
    else if (!down.isEmpty())
        lines << tr("✕ Down: %1").arg(down.join(u", "_s));
    if (!degraded.isEmpty())
        lines << tr("◐ Degraded: %1").arg(degraded.join(u", "_s));
    if (lines.isEmpty())
        lines << tr("✓ Every journey goes on.");
    if (const auto slowed = slowedBy(static_cast<size_t>(fleet), radius); !slowed.isEmpty())
        lines << tr("◷ Goes on, slower on average: %1").arg(slowed.join(u", "_s));
    if (!why.isEmpty())
        lines << why;
    lines << tr("Predicted by the model.");
    m_loss->predict({fleet, static_cast<int>(down.size() + degraded.size()),
                     tr("If %1, in %2").arg(wording::words(fault, m_system, packaging), packaging.title),
                     lines.join(u'\n')});
}

} // namespace app::journeys
