// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbs.h"

#include <app/inspector/unittotals.h>
#include <app/wording/faults.h>
#include <model/operation/faulttable.h>

#include <QMenu>

namespace app::shell {

using inspector::Subject;
using model::operation::Fault;

namespace {

// A section's title is not drawn by every style: this is.
void addHeading(QMenu &menu, const QString &title)
{
    menu.addSeparator();
    menu.addAction(title)->setEnabled(false);
}

} // namespace

Verbs::Verbs(LiveShop &shop, QWidget *window)
    : QObject(window)
    , m_shop(shop)
    , m_window(window)
{
}

const model::packaging::Packaging &Verbs::packaging(int fleet) const
{
    return m_shop.plan().packagings[static_cast<size_t>(fleet)];
}

services::platform::Place Verbs::place(const Subject &subject) const
{
    return {packaging(subject.fleet).id, subject.unit, {}};
}

QString Verbs::titleOf(const model::system::CapabilityId &id) const
{
    const auto *capability = m_shop.plan().system.capability(id);
    return capability != nullptr ? capability->title : id.value;
}

void Verbs::show(const services::platform::Snapshot &snapshot)
{
    m_faults.resize(snapshot.fleets.size());
    for (size_t fleet = 0; fleet < snapshot.fleets.size(); ++fleet) {
        m_faults[fleet] = snapshot.fleets[fleet].faults;
        for (const auto &unit : packaging(static_cast<int>(fleet)).units) {
            const auto totals = inspector::totalsOf(snapshot.fleets[fleet], unit.id);
            m_chances[{static_cast<int>(fleet), unit.id}] = {totals.anyRuns, totals.anyRests};
        }
    }
    std::erase_if(m_offers, [](const Offer &offer) { return offer.action.isNull(); });
    for (const auto &offer : m_offers)
        refresh(offer);
}

std::optional<Fault> Verbs::inForce(const Offer &offer) const
{
    if (static_cast<size_t>(offer.fleet) >= m_faults.size())
        return {};
    const auto &faults = m_faults[static_cast<size_t>(offer.fleet)];
    const auto found = std::ranges::find_if(faults, [&](const Fault &fault) {
        return inspector::isMeant(fault, offer.fault, packaging(offer.fleet));
    });
    return found == faults.end() ? std::nullopt : std::optional(*found);
}

void Verbs::refresh(const Offer &offer) const
{
    if (offer.action.isNull())
        return; // its menu has gone
    const bool isDone = inForce(offer).has_value();
    offer.action->setChecked(isDone);
    if (offer.isCrash)
        offer.action->setEnabled(isDone || m_chances.value(offer.whom).crash);
}

QAction *Verbs::addVerb(QMenu &menu, const QString &words)
{
    auto *verb = menu.addAction(words);
    connect(verb, &QAction::hovered, this, [this] { Q_EMIT faultPondered({}); });
    return verb;
}

void Verbs::addFault(QMenu &menu, const Subject &subject, const Fault &fault)
{
    const bool isCrash = fault.kind == model::operation::FaultKind::Crash;
    const auto *unit = packaging(subject.fleet).unit(subject.unit);
    auto *action
        = menu.addAction(isCrash                      ? tr("Crash %1").arg(unit->title)
                             : fault.callee.isEmpty() ? wording::shortWords(fault)
                                                      : tr("Cut off from %1").arg(titleOf(fault.callee)));
    action->setCheckable(true);
    m_offers.push_back({subject.fleet, fault, isCrash, {subject.fleet, subject.unit}, action});
    const Offer offer = m_offers.back();
    refresh(offer);
    connect(action, &QAction::hovered, this, [this, fault] { Q_EMIT faultPondered(fault); });
    connect(action, &QAction::triggered, this, [this, offer] {
        const auto done = inForce(offer);
        if (done.has_value())
            m_shop.lift(*done);
        else
            m_shop.inject(offer.fault);
        refresh(offer); // until the shops say that it is so
    });
}

void Verbs::addFaults(QMenu &menu, const Subject &subject)
{
    const auto &system = m_shop.plan().system;
    for (const auto &fault : inspector::usualFaults(system, packaging(subject.fleet), subject))
        addFault(menu, subject, fault);
    const auto *unit = packaging(subject.fleet).unit(subject.unit);
    if (subject.capability.has_value() || unit->capabilities.size() == 1)
        return;
    menu.addSeparator();
    for (const auto &capability : unit->capabilities) {
        auto *inside = menu.addMenu(tr("Only %1").arg(titleOf(capability)));
        connect(inside->menuAction(), &QAction::hovered, this, [this] { Q_EMIT faultPondered({}); });
        for (const auto &fault : inspector::usualFaults(system, packaging(subject.fleet),
                                                        {subject.fleet, subject.unit, capability})) {
            if (model::operation::description(fault.kind).reach == model::operation::FaultReach::Module)
                addFault(*inside, subject, fault);
        }
    }
}

void Verbs::fillBreakMenu(QMenu &menu)
{
    for (int fleet = 0; fleet < static_cast<int>(m_shop.plan().packagings.size()); ++fleet) {
        addHeading(menu, packaging(fleet).title);
        for (const auto &unit : packaging(fleet).units) {
            auto *inside = menu.addMenu(unit.title);
            connect(inside->menuAction(), &QAction::hovered, this, [this] { Q_EMIT faultPondered({}); });
            addFaults(*inside, {fleet, unit.id, {}});
        }
    }
    menu.addSeparator();
    connect(addVerb(menu, tr("What breaks &first?…")), &QAction::triggered, this, &Verbs::rankingWanted);
    connect(addVerb(menu, tr("Undo everything")), &QAction::triggered, &m_shop, &LiveShop::liftAll);
    connect(&menu, &QMenu::aboutToHide, this, [this] { Q_EMIT faultPondered({}); });
}

void Verbs::offer(const Subject &subject, const QPoint &position)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addHeading(*menu, packaging(subject.fleet).unit(subject.unit)->title);
    addFaults(*menu, subject);
    menu->addSeparator();
    auto *restart = addVerb(*menu, tr("&Restart"));
    auto *request = addVerb(*menu, tr("Send a re&quest…"));
    restart->setEnabled(m_chances.value({subject.fleet, subject.unit}).restart);
    connect(restart, &QAction::triggered, this, [this, subject] { m_shop.restart(place(subject)); });
    connect(request, &QAction::triggered, this, [this, subject] { Q_EMIT requestWanted(subject); });
    connect(menu, &QMenu::aboutToHide, this, [this] { Q_EMIT faultPondered({}); });
    menu->popup(position);
}

} // namespace app::shell
