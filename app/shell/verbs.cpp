// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbs.h"

#include "actions.h"
#include "verbicons.h"

#include <app/inspector/unittotals.h>
#include <app/wording/faults.h>
#include <model/operation/faulttable.h>

#include <QMenu>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using inspector::Subject;
using model::operation::Fault;
using model::operation::FaultKind;
using style::Icon;

namespace {

constexpr size_t mostMadeAtStart = 60; // units; of more, menus and palette make what they show

bool takesModule(const Fault &fault)
{
    return model::operation::description(fault.kind).reach == model::operation::FaultReach::Module;
}

std::optional<model::operation::Autoscaling> autoscalingOf(const services::platform::FleetSnapshot &fleet,
                                                           const model::system::UnitId &unit)
{
    const auto found
        = std::ranges::find(fleet.autoscaled, unit, &services::platform::AutoscaledSnapshot::unit);
    return found == fleet.autoscaled.end() ? std::nullopt : std::optional(found->settings);
}

QString idOf(const Subject &subject, const Fault &fault, const QString &fleet)
{
    return u"fault/%1/%2/%3/%4/%5"_s.arg(
        fleet, subject.unit.value, subject.capability.value_or(model::system::CapabilityId()).value,
        QString::fromLatin1(model::operation::description(fault.kind).word), fault.callee.value);
}

} // namespace

Verbs::Verbs(LiveShop &shop, Actions &actions, QWidget *window)
    : QObject(window)
    , m_shop(shop)
    , m_actions(actions)
    , m_window(window)
{
}

void Verbs::enterAll()
{
    size_t units = 0;
    for (const auto &packaging : m_shop.plan().packagings)
        units += packaging.units.size();
    if (units <= mostMadeAtStart)
        makeAll();
    else
        m_actions.addSource([this] { makeAll(); });
}

void Verbs::makeAll()
{
    for (int fleet = 0; fleet < static_cast<int>(m_shop.plan().packagings.size()); ++fleet) {
        for (const auto &unit : packaging(fleet).units)
            doingsOf(fleet, unit);
    }
}

const model::packaging::Packaging &Verbs::packaging(int fleet) const
{
    return m_shop.plan().packagings[static_cast<size_t>(fleet)];
}

services::platform::Place Verbs::place(const Whom &whom) const
{
    return {packaging(whom.first).id, whom.second, {}};
}

QString Verbs::titleOf(const Subject &subject) const
{
    return subject.capability.has_value() ? m_shop.plan().system.titleOf(*subject.capability)
                                          : packaging(subject.fleet).unit(subject.unit)->title;
}

Verbs::Doings &Verbs::doingsOf(int fleet, const model::packaging::Unit &unit)
{
    const auto [found, isNew] = m_doings.try_emplace({fleet, unit.id.value});
    if (isNew) {
        found->second.whom = {fleet, unit.id};
        makeFaults(found->second);
        makeModules(found->second, unit);
        makeActs(found->second);
        refresh(found->second);
    }
    return found->second;
}

Verbs::Offer Verbs::makeFault(const Subject &subject, const Fault &fault)
{
    const auto &fleet = packaging(subject.fleet);
    const auto *unit = fleet.unit(subject.unit);
    const auto &system = m_shop.plan().system;
    const bool isCrash = fault.kind == FaultKind::Crash;
    auto *action
        = new QAction(isCrash                      ? tr("Crash %1").arg(unit->title)
                          : fault.callee.isEmpty() ? wording::shortWords(fault)
                                                   : tr("Cut off from %1").arg(system.titleOf(fault.callee)),
                      this);
    action->setCheckable(true);
    const bool takesOthers = isCrash && unit->capabilities.size() > 1; // which a module's bar has to say
    action->setIconText(takesOthers                           ? action->text()
                            : isCrash                         ? tr("Crash")
                            : fault.kind == FaultKind::Slow   ? tr("Slow")
                            : fault.kind == FaultKind::Errors ? tr("Fail")
                                                              : action->text());
    setBarIcon(*action, iconOf(fault.kind));
    const Whom whom{subject.fleet, subject.unit};
    const Offer offer{fault, action};
    connect(action, &QAction::hovered, this, [this, whom, fault] {
        const bool isDone = inForce(whom.first, fault).has_value();
        Q_EMIT faultPondered(isDone ? std::nullopt : std::optional(fault));
    });
    connect(action, &QAction::triggered, this, [this, whom, offer] {
        const auto done = inForce(whom.first, offer.fault);
        if (done.has_value())
            m_shop.lift(*done);
        else
            m_shop.inject(offer.fault);
        refresh(whom, offer); // until the shops say that it is so
        Q_EMIT faultPondered({}); // what it does is seen now
    });
    m_actions.enter(
        {idOf(subject, fault, fleet.id.value), tr("Break"),
         isCrash ? action->text() : u"%1: %2"_s.arg(titleOf(subject), action->text()),
         subject.capability.has_value() ? tr("only this module · %1").arg(fleet.title) : fleet.title, action,
         true});
    return offer;
}

void Verbs::makeFaults(Doings &doings)
{
    const auto &system = m_shop.plan().system;
    const auto &[fleet, id] = doings.whom;
    for (const auto &fault : inspector::usualFaults(system, packaging(fleet), {fleet, id, {}}))
        doings.faults.push_back(makeFault({fleet, id, {}}, fault));
}

void Verbs::makeModules(Doings &doings, const model::packaging::Unit &unit)
{
    if (unit.capabilities.size() == 1)
        return;
    const auto &[fleet, id] = doings.whom;
    for (const auto &capability : unit.capabilities) {
        const Subject subject{fleet, id, capability};
        Module module{capability};
        for (const auto &fault : inspector::usualFaults(m_shop.plan().system, packaging(fleet), subject)) {
            if (takesModule(fault))
                module.faults.push_back(makeFault(subject, fault));
        }
        module.request = makeRequest(subject);
        doings.modules.push_back(std::move(module));
    }
}

const Verbs::Module *Verbs::moduleOf(const Doings &doings, const Subject &subject)
{
    const auto found = std::ranges::find_if(
        doings.modules, [&](const Module &module) { return module.capability == subject.capability; });
    return found == doings.modules.end() ? nullptr : &*found;
}

QAction *
Verbs::makeAct(const Subject &subject, const QString &name, const QString &words, std::function<void()> run)
{
    auto *action = new QAction(words, this);
    connect(action, &QAction::hovered, this, [this] { Q_EMIT faultPondered({}); });
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    const auto &fleet = packaging(subject.fleet);
    QStringList id{name, fleet.id.value, subject.unit.value};
    if (subject.capability.has_value())
        id << subject.capability->value;
    m_actions.enter({id.join(u'/'), tr("Units"),
                     u"%1: %2"_s.arg(titleOf(subject), QString(words).remove(u'&').remove(u'…')), fleet.title,
                     action});
    return action;
}

QAction *Verbs::makeRequest(const Subject &subject)
{
    auto *action = makeAct(subject, u"request"_s, tr("Send a re&quest…"),
                           [this, subject] { Q_EMIT requestWanted(subject); });
    action->setIconText(tr("Send…"));
    setBarIcon(*action, Icon::Send);
    return action;
}

void Verbs::makeActs(Doings &doings)
{
    const Whom whom = doings.whom;
    const Subject subject{whom.first, whom.second, {}};
    const auto scale = [this, whom](int by) {
        auto &instances = m_chances[whom].instances; // until the shops say that it is so
        instances = std::clamp(instances + by, 1, inspector::mostInstances);
        m_shop.scale(place(whom), instances);
    };
    doings.restart
        = makeAct(subject, u"restart"_s, tr("&Restart"), [this, whom] { m_shop.restart(place(whom)); });
    doings.more = makeAct(subject, u"more"_s, tr("One instance more"), [scale] { scale(1); });
    doings.fewer = makeAct(subject, u"fewer"_s, tr("One instance fewer"), [scale] { scale(-1); });
    doings.autoscaler = makeAct(subject, u"autoscaler"_s, tr("Autoscaler"), [this, whom] {
        auto &inForce = m_chances[whom].autoscaling; // until the shops say that it is so
        inForce = inForce.has_value() ? std::nullopt : std::optional(model::operation::Autoscaling());
        m_shop.setAutoscaling(place(whom), inForce);
    });
    doings.autoscaler->setCheckable(true);
    doings.request = makeRequest(subject);
    doings.more->setIconText(u"+"_s);
    doings.fewer->setIconText(u"−"_s);
    doings.restart->setIconText(tr("Restart"));
    setBarIcon(*doings.more, Icon::Plus);
    setBarIcon(*doings.fewer, Icon::Minus);
    setBarIcon(*doings.restart, Icon::Restart);
}

void Verbs::show(const services::platform::Snapshot &snapshot)
{
    m_faults.resize(snapshot.fleets.size());
    for (size_t fleet = 0; fleet < snapshot.fleets.size(); ++fleet) {
        m_faults[fleet] = snapshot.fleets[fleet].faults;
        for (const auto &unit : packaging(static_cast<int>(fleet)).units) {
            const auto totals = inspector::totalsOf(snapshot.fleets[fleet], unit.id);
            m_chances[{static_cast<int>(fleet), unit.id}]
                = {totals.anyRuns, totals.anyRests, std::max(static_cast<int>(totals.instances.size()), 1),
                   autoscalingOf(snapshot.fleets[fleet], unit.id)};
        }
    }
    for (const auto &[whom, doings] : m_doings)
        refresh(doings);
}

std::optional<Fault> Verbs::inForce(int fleet, const Fault &offered) const
{
    if (static_cast<size_t>(fleet) >= m_faults.size())
        return {};
    const auto &faults = m_faults[static_cast<size_t>(fleet)];
    const auto found = std::ranges::find_if(
        faults, [&](const Fault &fault) { return inspector::isMeant(fault, offered, packaging(fleet)); });
    return found == faults.end() ? std::nullopt : std::optional(*found);
}

void Verbs::refresh(const Whom &whom, const Offer &offer) const
{
    const bool isDone = inForce(whom.first, offer.fault).has_value();
    offer.action->setChecked(isDone);
    if (offer.fault.kind == FaultKind::Crash)
        offer.action->setEnabled(isDone || m_chances.value(whom).crash);
}

void Verbs::refresh(const Doings &doings) const
{
    for (const auto &offer : doings.faults)
        refresh(doings.whom, offer);
    for (const auto &module : doings.modules) {
        for (const auto &offer : module.faults)
            refresh(doings.whom, offer);
    }
    const auto chances = m_chances.value(doings.whom);
    doings.restart->setEnabled(chances.restart);
    doings.more->setEnabled(chances.instances < inspector::mostInstances);
    doings.fewer->setEnabled(chances.instances > 1);
    doings.autoscaler->setChecked(chances.autoscaling.has_value());
}

} // namespace app::shell
