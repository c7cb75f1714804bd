// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window shows of faults that nobody has done yet.

#include "mainwindow.h"

#include <app/journeys/journeyspanel.h>
#include <model/analysis/dependence.h>

#include <algorithm>

namespace app::shell {

using model::layout::NodeKind;

void MainWindow::ponder(const std::optional<model::operation::Fault> &fault)
{
    if (!fault.has_value() || fault->kind != model::operation::FaultKind::Crash)
        return ponderCrash(0, {}, false);
    const auto fleet = std::ranges::find(packagings(), fault->target.fleet, &model::packaging::Packaging::id);
    ponderCrash(static_cast<int>(fleet - packagings().begin()), fleet->unitOf(fault->target.capability)->id,
                true);
}

void MainWindow::ponderCrash(int fleet, const model::system::UnitId &unit, bool pondered)
{
    m_journeys->forgetPrediction();
    for (auto *pane : m_panes)
        pane->view().setThreatened({});
    if (!pondered)
        return;
    m_journeys->predictCrash(fleet, unit);
    const auto &packaging = packagings()[static_cast<size_t>(fleet)];
    QSet<model::layout::NodeId> threatened;
    for (const auto &capability :
         model::analysis::dependenceOn(m_shop.plan().system, packaging, unit).suffering)
        threatened.insert({NodeKind::Unit, packaging.unitOf(capability)->id.value});
    m_panes[static_cast<size_t>(fleet)]->view().setThreatened(threatened);
}

} // namespace app::shell
