// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window shows while a person looks at an earlier moment.

#include "mainwindow.h"

#include <app/charts/timelinepanel.h>
#include <app/graph/followlight.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/traces/tracespanel.h>
#include <app/wording/figures.h>

#include <algorithm>

namespace app::shell {

namespace {

QString wordsOfThen(std::chrono::nanoseconds ago)
{
    return MainWindow::tr("As it was %1 ago, measured. The time line leads back to now.")
        .arg(wording::ago(ago));
}

} // namespace

void MainWindow::connectPast()
{
    connect(m_timeline, &charts::TimelinePanel::momentChosen, this, &MainWindow::lookBackTo);
    connect(m_inspector, &inspector::InspectorPanel::nowWanted, m_timeline,
            &charts::TimelinePanel::backToNow);
}

void MainWindow::lookBackTo(const std::optional<model::telemetry::Instant> &moment)
{
    m_moment = moment;
    stopPondering();
    if (moment.has_value())
        return showPast();
    for (auto *light : m_lights)
        light->putOut();
    m_inspector->showNow();
    m_figuresShown.reset(); // live again, at once
}

void MainWindow::showPast()
{
    const auto *then = m_history.at(*m_moment);
    if (then == nullptr)
        return;
    m_shownMoment = then->at;
    const auto ago = model::telemetry::Instant(std::chrono::steady_clock::now()) - then->at;
    for (size_t fleet = 0; fleet < std::min(m_panes.size(), then->fleets.size()); ++fleet) {
        m_panes[fleet]->showMoment(then->fleets[fleet], then->at);
        m_lights[fleet]->say(wordsOfThen(ago));
    }
    m_journeys->showMoment(*then, ago);
    m_inspector->showMoment(*then, ago);
}

// The time goes on, while what is shown stays. Somebody may follow a request meanwhile.
void MainWindow::sayHowLongAgo(std::chrono::nanoseconds ago)
{
    const QString words = wordsOfThen(ago);
    for (auto *light : m_lights) {
        if (light->saysOnly() && light->step()->words != words)
            light->say(words);
    }
}

} // namespace app::shell
