// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forcechip.h"

#include "actions.h"

#include <app/wording/faults.h>

#include <QMenu>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;

ForceChip::ForceChip(const model::system::System &system,
                     const std::vector<model::packaging::Packaging> &packagings,
                     QWidget *parent)
    : QToolButton(parent)
    , m_system(system)
    , m_packagings(packagings)
{
    setProperty("kind", u"alert"_s);
    setMenu(new QMenu(this));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

std::vector<ForceChip::InForce> ForceChip::faultsOf(const services::platform::Snapshot &snapshot) const
{
    std::vector<InForce> faults;
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet) {
        for (const auto &fault : snapshot.fleets[fleet].faults) {
            const auto known = std::ranges::find(faults, fault, &InForce::fault);
            if (known == faults.end())
                faults.push_back({fault, {fleet}});
            else
                known->fleets.push_back(fleet);
        }
    }
    return faults;
}

// Whom it takes differs from shape to shape: "Shop has crashed (Monolith); Cart has crashed (Microservices)".
QString ForceChip::words(const InForce &inForce) const
{
    QStringList sentences;
    for (const size_t fleet : inForce.fleets) {
        const auto &packaging = m_packagings[fleet];
        sentences << u"%1 (%2)"_s.arg(wording::wordsAtStart(inForce.fault, m_system, packaging),
                                      packaging.title);
    }
    return sentences.join(u"; "_s);
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
        lines << words(fault);
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
    for (const auto &inForce : m_faults) {
        auto *undo = menu()->addAction(tr("Undo: %1").arg(words(inForce)));
        connect(undo, &QAction::triggered, this, [this, fault = inForce.fault] { Q_EMIT undoWanted(fault); });
    }
    menu()->addSeparator();
    connect(menu()->addAction(tr("Undo &all")), &QAction::triggered, this, &ForceChip::undoAllWanted);
}

} // namespace app::shell
