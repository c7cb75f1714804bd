// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console remembers, also at the next start.

#include "captures.h"
#include "consolememory.h"
#include "consolepanel.h"
#include "variablesmodel.h"

#include <app/style/label.h>
#include <app/style/smallbutton.h>
#include <app/tables/quiettable.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app::console {

QWidget *ConsolePanel::buildHistory()
{
    m_historyTable->setUp(m_history, {64, 190, 110});
    m_historyTable->setToolTip(tr("Double-click, or Enter: write it again"));
    auto *forgetting = style::smallButton(tr("Forget all"),
                                          tr("Forgets these requests and the variables, on the disk too"));
    forgetting->setProperty("harms", true);
    connect(forgetting, &QPushButton::clicked, this, &ConsolePanel::forget);
    auto *words = style::label(
        tr("Kept for the next start, without sessions, passwords and numbers of cards."), "subtle");
    auto *foot = new QHBoxLayout;
    foot->addWidget(words, 1);
    foot->addWidget(forgetting);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addLayout(foot);
    column->addWidget(m_historyTable, 1);
    return page;
}

void ConsolePanel::connectMemory()
{
    for (const auto *model :
         {static_cast<QAbstractItemModel *>(m_history), static_cast<QAbstractItemModel *>(m_variables)}) {
        connect(model, &QAbstractItemModel::dataChanged, this, &ConsolePanel::memoryChanged);
        connect(model, &QAbstractItemModel::rowsInserted, this, &ConsolePanel::memoryChanged);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &ConsolePanel::memoryChanged);
    }
}

void ConsolePanel::setKnownVariables()
{
    const auto known = knownBeforehand(m_system);
    for (auto value = known.begin(); value != known.end(); ++value)
        m_variables->setEverywhere(value.key(), value.value());
}

QJsonObject ConsolePanel::memory() const
{
    return ConsoleMemory{m_history->all(), m_variables->variables()}.toJson();
}

void ConsolePanel::recall(const QJsonObject &memory)
{
    auto recalled = ConsoleMemory::fromJson(memory, m_system, m_titles);
    m_history->recall(std::move(recalled.requests));
    if (m_group == 0)
        showLatest();
    for (const auto &name : recalled.variables.names()) {
        for (int fleet = 0; fleet < recalled.variables.fleets(); ++fleet) {
            const QString value = recalled.variables.value(name, fleet);
            if (!value.isEmpty() || !m_variables->variables().has(name))
                m_variables->set(name, fleet, value);
        }
    }
}

void ConsolePanel::forget()
{
    m_history->clear();
    m_latest.clear();
    m_variables->clear();
    setKnownVariables();
    showLatest();
    m_note->setText(tr("Forgotten"));
}

} // namespace app::console
