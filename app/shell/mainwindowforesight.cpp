// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window shows of faults that nobody has done yet.

#include "firstbreak.h"
#include "foresight.h"
#include "mainwindow.h"

#include <app/graph/threats.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>

#include <algorithm>

namespace app::shell {

using inspector::Subject;

void MainWindow::ponder(const std::optional<model::operation::Fault> &fault)
{
    if (!fault.has_value() || m_moment.has_value()) // what would come of it now is not painted over then
        return stopPondering();
    const auto fleet = std::ranges::find(packagings(), fault->target.fleet, &model::packaging::Packaging::id);
    if (fleet != packagings().end())
        m_foresight->ponder(static_cast<int>(fleet - packagings().begin()), *fault);
}

void MainWindow::stopPondering()
{
    m_foresight->stopPondering();
    m_journeys->forgetPrediction();
    for (auto *pane : m_panes)
        pane->view().setThreatened({});
}

void MainWindow::showFirstBreak()
{
    auto *ranking = new FirstBreak(m_shop.plan().system, packagings(), this);
    ranking->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_foresight, &Foresight::ranked, ranking, &FirstBreak::show);
    connect(ranking, &FirstBreak::fleetChosen, m_foresight, &Foresight::rank);
    connect(ranking, &FirstBreak::chosen, this, &MainWindow::pointAt);
    connect(ranking, &QDialog::finished, this, &MainWindow::stopPondering);
    m_foresight->rank(ranking->fleet());
    ranking->QWidget::show();
}

void MainWindow::pointAt(int fleet, model::operation::Fault fault)
{
    const auto &packaging = packagings()[static_cast<size_t>(fleet)];
    fault.target.fleet = packaging.id;
    if (const auto *unit = packaging.unitOf(fault.target.capability))
        select(Subject{fleet, unit->id, fault.target.capability});
    m_panes[static_cast<size_t>(fleet)]->selectCapability(fault.target.capability);
    ponder(fault);
}

void MainWindow::showForeseen(int fleet,
                              const model::operation::Fault &fault,
                              const model::analysis::BlastRadius &radius)
{
    m_journeys->forgetPrediction();
    m_journeys->predict(fleet, fault, radius);
    for (auto *pane : m_panes)
        pane->view().setThreatened({});
    const auto &packaging = packagings()[static_cast<size_t>(fleet)];
    m_panes[static_cast<size_t>(fleet)]->view().setThreatened(graph::threatsOf(radius, packaging));
}

} // namespace app::shell
