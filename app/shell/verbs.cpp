// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbs.h"

#include <app/inspector/unittotals.h>

#include <QMenu>

namespace app::shell {

using inspector::Subject;

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

void Verbs::show(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < snapshot.fleets.size(); ++fleet) {
        for (const auto &unit : packaging(static_cast<int>(fleet)).units) {
            const auto totals = inspector::totalsOf(snapshot.fleets[fleet], unit.id);
            m_chances[{static_cast<int>(fleet), unit.id}] = {totals.anyRuns, totals.anyRests};
        }
    }
    for (const auto &[whom, crash] : m_crashes)
        crash->setEnabled(m_chances.value(whom).crash);
}

void Verbs::fillBreakMenu(QMenu &menu)
{
    for (int fleet = 0; fleet < static_cast<int>(m_shop.plan().packagings.size()); ++fleet) {
        addHeading(menu, packaging(fleet).title);
        for (const auto &unit : packaging(fleet).units) {
            auto *crash = menu.addAction(tr("Crash %1").arg(unit.title));
            m_crashes.push_back({{fleet, unit.id}, crash});
            const Subject subject{fleet, unit.id, {}};
            connect(crash, &QAction::triggered, this, [this, subject] { m_shop.crash(place(subject)); });
            connect(crash, &QAction::hovered, this,
                    [this, subject] { Q_EMIT crashPondered(subject.fleet, subject.unit, true); });
        }
    }
    connect(&menu, &QMenu::aboutToHide, this, [this] { Q_EMIT crashPondered(0, {}, false); });
}

void Verbs::offer(const Subject &subject, const QPoint &position)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addHeading(*menu, packaging(subject.fleet).unit(subject.unit)->title);
    auto *crash = menu->addAction(tr("&Crash"));
    auto *restart = menu->addAction(tr("&Restart"));
    auto *request = menu->addAction(tr("Send a re&quest…"));
    const auto chances = m_chances.value({subject.fleet, subject.unit});
    crash->setEnabled(chances.crash);
    restart->setEnabled(chances.restart);
    connect(crash, &QAction::triggered, this, [this, subject] { m_shop.crash(place(subject)); });
    connect(restart, &QAction::triggered, this, [this, subject] { m_shop.restart(place(subject)); });
    connect(request, &QAction::triggered, this, [this, subject] { Q_EMIT requestWanted(subject); });
    connect(menu, &QMenu::hovered, this, [this, subject, crash](QAction *action) {
        Q_EMIT crashPondered(subject.fleet, subject.unit, action == crash);
    });
    connect(menu, &QMenu::aboutToHide, this,
            [this, subject] { Q_EMIT crashPondered(subject.fleet, subject.unit, false); });
    menu->popup(position);
}

} // namespace app::shell
