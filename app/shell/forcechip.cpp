// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forcechip.h"

#include "actions.h"

#include <model/operation/faultwords.h>

#include <QMenu>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using model::operation::Fault;

namespace {

std::vector<Fault> faultsOf(const services::platform::Snapshot &snapshot)
{
    std::vector<Fault> faults;
    for (const auto &fleet : snapshot.fleets) {
        for (const auto &fault : fleet.faults) {
            if (std::ranges::find(faults, fault) == faults.end())
                faults.push_back(fault);
        }
    }
    return faults;
}

} // namespace

ForceChip::ForceChip(QWidget *parent)
    : QToolButton(parent)
{
    setProperty("kind", u"alert"_s);
    setMenu(new QMenu(this));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void ForceChip::show(const services::platform::Snapshot &snapshot)
{
    auto faults = faultsOf(snapshot);
    if (faults == m_faults)
        return;
    m_faults = std::move(faults);
    setText(m_faults.size() == 1 ? tr("◆ 1 fault ▾") : tr("◆ %1 faults ▾").arg(m_faults.size()));
    QStringList lines;
    for (const auto &fault : m_faults)
        lines << model::operation::words(fault);
    setToolTip(lines.join(u'\n'));
    setAccessibleDescription(lines.join(u"; "_s));
    setVisible(!m_faults.empty());
    fillMenu();
}

void ForceChip::enterInto(Actions &registry, const QString &group) const
{
    for (qsizetype index = 0; index < std::ssize(m_faults); ++index) {
        auto *undo = menu()->actions()[index];
        const QString id = u"undo/"_s + undo->text();
        if (registry.action(id) == nullptr)
            registry.enter({id, group, undo->text(), {}, undo});
    }
}

void ForceChip::fillMenu()
{
    menu()->clear();
    for (const auto &fault : m_faults) {
        auto *undo = menu()->addAction(tr("Undo: %1").arg(model::operation::words(fault)));
        connect(undo, &QAction::triggered, this, [this, fault] { Q_EMIT undoWanted(fault); });
    }
    menu()->addSeparator();
    connect(menu()->addAction(tr("Undo &all")), &QAction::triggered, this, &ForceChip::undoAllWanted);
}

} // namespace app::shell
