// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with traced requests, and with the one that is followed.

#include "mainwindow.h"
#include "statusline.h"
#include "storyexport.h"

#include <app/graph/followlight.h>
#include <app/journeys/journeyspanel.h>
#include <app/traces/tracespanel.h>

#include <QFileDialog>
#include <QTabWidget>

namespace app::shell {

namespace {

graph::FollowedStep followedStep(const traces::TaleStep &step)
{
    const auto who = [](const model::system::CapabilityId &capability) {
        return capability.isEmpty() ? std::nullopt : std::optional(capability);
    };
    return {who(step.from), who(step.to), step.isTrouble, step.words,
            step.topic.isEmpty() ? std::nullopt : std::optional(step.topic)};
}

} // namespace

void MainWindow::buildLights()
{
    for (auto *pane : m_panes)
        m_lights.push_back(new graph::FollowLight(pane->view(), pane->packaging()));
}

void MainWindow::connectTraces()
{
    using traces::TracesPanel;
    connect(m_traces, &TracesPanel::stepShown, this, [this](int fleet, const traces::TaleStep &step) {
        m_lights[static_cast<size_t>(fleet)]->show(followedStep(step));
    });
    connect(m_traces, &TracesPanel::noStepShown, this,
            [this](int fleet) { m_lights[static_cast<size_t>(fleet)]->putOut(); });
    connect(m_traces, &TracesPanel::storyLeft, this, [this] {
        for (auto *light : m_lights)
            light->putOut();
    });
    connect(m_traces, &TracesPanel::exportWanted, this, &MainWindow::exportStory);
    connect(m_journeys, &journeys::JourneysPanel::traceWanted, this, &MainWindow::follow);
}

void MainWindow::follow(int fleet, const model::system::JourneyId &journey)
{
    m_tabs->setCurrentWidget(m_traces);
    m_traces->follow(fleet, journey);
}

void MainWindow::exportStory(const std::vector<traces::ToldShape> &telling)
{
    graph::FollowedStory story;
    for (const auto &[fleet, tale, moments] : telling) {
        auto *pane = m_panes[static_cast<size_t>(fleet)];
        story.title = tale.title;
        auto &shape = story.shapes.emplace_back(
            graph::FollowedShape{tr("%1: %2").arg(pane->packaging().title, tale.title),
                                 tale.summary,
                                 pane->view().scene(),
                                 pane->packaging(),
                                 {}});
        for (const int step : moments)
            shape.steps.push_back(followedStep(tale.steps[static_cast<size_t>(step)]));
    }
    auto *dialog = new QFileDialog(this, tr("A folder for the story's pictures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, story](const QString &folder) {
        auto *writing = new StoryExport(story, {m_appearance.theme(), font()}, this);
        connect(writing, &StoryExport::failed, this, &MainWindow::showNotice);
        connect(writing, &StoryExport::written, this, [this](const QString &place, int pictures) {
            m_status->say(
                tr("The story is in %1: story.svg, story.gif, and %2 pictures.").arg(place).arg(pictures));
        });
        writing->writeInto(folder);
    });
    dialog->open();
}

} // namespace app::shell
