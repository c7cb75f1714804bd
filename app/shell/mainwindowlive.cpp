// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with the news that come ten times a second.

#include "capacityforesight.h"
#include "forcechip.h"
#include "foresight.h"
#include "mainwindow.h"
#include "policymenu.h"
#include "readings.h"
#include "rest.h"
#include "statusline.h"
#include "topbar.h"
#include "verbs.h"

#include <app/charts/capacitypanel.h>
#include <app/charts/timelinepanel.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/messages/messagespanel.h>
#include <app/wording/figures.h>

#include <QWindow>

namespace app::shell {

using namespace std::chrono_literals;

namespace {

constexpr auto figuresEvery = 500ms; // quicker, and nobody could read them

} // namespace

// What is remembered goes on when nobody sees the window; what is drawn does not.
void MainWindow::show(const services::platform::Snapshot &snapshot)
{
    setSeen(isSeen());
    m_rest->take(snapshot, isMinimized());
    m_history.take(snapshot);
    m_foresight->take(snapshot);
    m_capacityForesight->take(snapshot);
    m_journeys->measure(snapshot);
    m_timeline->show(snapshot);
    if (!m_isSeen)
        return m_inspector->remember(snapshot);
    const auto shown = m_moment.has_value() ? 0 : std::min(m_panes.size(), snapshot.fleets.size());
    for (size_t fleet = 0; fleet < shown; ++fleet)
        m_panes[fleet]->show(snapshot.fleets[fleet], snapshot.at);
    m_verbs->show(snapshot);
    m_top->forceChip().show(snapshot);
    m_top->policyMenu().show(snapshot);
    if (!m_figuresShown || snapshot.at - *m_figuresShown >= figuresEvery || !snapshot.events.empty())
        showFigures(snapshot);
}

// Minimised, hidden, or where no part of it is on a screen. What has never been shown may be at any moment.
bool MainWindow::isSeen() const
{
    return !isMinimized() && (windowHandle() == nullptr || windowHandle()->isExposed());
}

void MainWindow::setSeen(bool seen)
{
    if (std::exchange(m_isSeen, seen) == seen)
        return;
    m_readings->setPaused(!seen);
    m_figuresShown.reset(); // whoever comes back sees how it is, at once
}

void MainWindow::connectRest()
{
    m_rest->setAllowed(m_settings.restsMinimised);
    connect(m_rest, &Rest::began, this, [this] {
        m_shop.setShoppersPerSecond(std::min(m_settings.shoppersPerSecond, Rest::shoppersPerSecond));
    });
    connect(m_rest, &Rest::ended, this, [this](std::chrono::nanoseconds lasted) {
        m_shop.setShoppersPerSecond(m_settings.shoppersPerSecond);
        m_status->say(
            tr("Most shoppers stayed away for %1, while the window was minimised").arg(wording::ago(lasted)));
    });
}

void MainWindow::showFigures(const services::platform::Snapshot &snapshot)
{
    m_figuresShown = snapshot.at;
    if (m_moment.has_value())
        sayHowLongAgo(snapshot.at - m_shownMoment);
    else
        m_journeys->show(snapshot);
    m_inspector->show(snapshot);
    m_capacity->show(snapshot);
    m_status->show(snapshot);
    if (m_messages->isVisible())
        m_messages->show(snapshot);
}

} // namespace app::shell
