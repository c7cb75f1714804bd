// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menus and the bars that Verbs are offered in.

#include "actions.h"
#include "verbicons.h"
#include "verbs.h"

#include <model/operation/faulttable.h>

#include <QMenu>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using inspector::Subject;
using model::operation::FaultKind;

namespace {

// A section's title is not drawn by every style: this is.
void addHeading(QMenu &menu, const QString &title)
{
    menu.addSeparator();
    menu.addAction(title)->setEnabled(false);
}

} // namespace

void Verbs::addFaults(QMenu &menu, const Subject &subject)
{
    const auto &doings = doingsOf(subject.fleet, *packaging(subject.fleet).unit(subject.unit));
    const auto *chosen = moduleOf(doings, subject);
    for (const auto &offer : doings.faults)
        menu.addAction(offer.action);
    if (chosen != nullptr) {
        addHeading(menu, tr("Only %1").arg(titleOf(subject)));
        for (const auto &offer : chosen->faults)
            menu.addAction(offer.action);
        return;
    }
    if (!doings.modules.empty())
        menu.addSeparator();
    for (const auto &module : doings.modules) {
        auto *inside = menu.addMenu(tr("Only %1").arg(m_shop.plan().system.titleOf(module.capability)));
        connect(inside->menuAction(), &QAction::hovered, this, [this] { Q_EMIT faultPondered({}); });
        for (const auto &offer : module.faults)
            inside->addAction(offer.action);
    }
}

void Verbs::fillBreakMenu(QMenu &menu)
{
    connect(&menu, &QMenu::aboutToHide, this, [this] { Q_EMIT faultPondered({}); });
    connect(&menu, &QMenu::aboutToShow, this, [this, &menu] {
        if (!menu.isEmpty())
            return; // filled already
        for (int fleet = 0; fleet < static_cast<int>(m_shop.plan().packagings.size()); ++fleet) {
            addHeading(menu, packaging(fleet).title);
            for (const auto &unit : packaging(fleet).units) {
                auto *inside = menu.addMenu(unit.title);
                connect(inside->menuAction(), &QAction::hovered, this, [this] { Q_EMIT faultPondered({}); });
                connect(inside, &QMenu::aboutToShow, this,
                        [this, inside, subject = Subject{fleet, unit.id, {}}] {
                            if (inside->isEmpty())
                                addFaults(*inside, subject);
                        });
            }
        }
        const QStringList rest{u"break.first"_s, u"faults.undo"_s};
        m_actions.fill(menu, QStringList{QString()} + rest);
        for (const auto &id : rest)
            connect(m_actions.action(id), &QAction::hovered, this, [this] { Q_EMIT faultPondered({}); });
    });
}

void Verbs::offer(const Subject &subject, const QPoint &position, const QStringList &more)
{
    const auto *unit = packaging(subject.fleet).unit(subject.unit);
    const auto &doings = doingsOf(subject.fleet, *unit);
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addHeading(*menu, unit->title);
    addFaults(*menu, subject);
    menu->addSeparator();
    const auto *chosen = moduleOf(doings, subject);
    menu->addActions({doings.restart, doings.more, doings.fewer, doings.autoscaler,
                      chosen != nullptr ? chosen->request : doings.request});
    menu->addSeparator();
    m_actions.fill(*menu, more);
    connect(menu, &QMenu::aboutToHide, this, [this] { Q_EMIT faultPondered({}); });
    menu->popup(position);
}

void Verbs::offerOnly(const QString &title, const QPoint &position, const QStringList &acts)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addHeading(*menu, title);
    m_actions.fill(*menu, acts);
    menu->popup(position);
}

std::vector<QAction *> Verbs::barOf(const Subject &subject)
{
    auto &doings = doingsOf(subject.fleet, *packaging(subject.fleet).unit(subject.unit));
    const auto *chosen = moduleOf(doings, subject);
    std::vector<QAction *> bar;
    const auto add = [&bar](const std::vector<Offer> &offers, std::initializer_list<FaultKind> kinds) {
        for (const auto kind : kinds) {
            const auto found
                = std::ranges::find(offers, kind, [](const Offer &offer) { return offer.fault.kind; });
            if (found != offers.end())
                bar.push_back(found->action);
        }
    };
    add(doings.faults, {FaultKind::Crash});
    bar.push_back(doings.restart);
    add(chosen != nullptr ? chosen->faults : doings.faults, {FaultKind::Slow, FaultKind::Errors});
    if (doings.cutOff == nullptr) {
        doings.cutOff = new QMenu(tr("Cut off"), m_window);
        setBarIcon(*doings.cutOff->menuAction(), style::Icon::Cut);
        for (const auto &offer : doings.faults) {
            if (offer.fault.kind == FaultKind::CutOff)
                doings.cutOff->addAction(offer.action);
        }
    }
    if (!doings.cutOff->isEmpty())
        bar.push_back(doings.cutOff->menuAction());
    bar.insert(
        bar.end(),
        {nullptr, doings.fewer, doings.more, nullptr, chosen != nullptr ? chosen->request : doings.request});
    return bar;
}

} // namespace app::shell
