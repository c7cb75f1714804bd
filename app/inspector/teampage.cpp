// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "teampage.h"

#include "responsibilities.h"
#include "responsibilityrows.h"

#include <app/style/label.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::packaging::Unit;
using model::system::CapabilityId;
using style::label;

TeamPage::TeamPage(const model::system::System &system,
                   const std::vector<model::packaging::Packaging> &packagings,
                   QWidget *parent)
    : QScrollArea(parent)
    , m_system(system)
    , m_packagings(packagings)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Inspector, team"));
}

void TeamPage::select(const model::system::TeamId &team)
{
    m_team = team;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(6);
    addHead(*column);
    for (int fleet = 0; fleet < static_cast<int>(m_packagings.size()); ++fleet)
        addShape(fleet, *column);
    addHoldings(*column);
    column->addStretch(1);
    if (auto *before = takeWidget())
        before->deleteLater(); // one of its rows may have led here
    setWidget(page);
    page->show();
}

void TeamPage::addHead(QVBoxLayout &column)
{
    const auto holdings = holdingsOf(m_system, m_team);
    column.addWidget(label(titleOf(m_system, m_team), "title"));
    column.addWidget(label(tr("Team · answers for %1 of %2 capabilities, %3 endpoints. Declared.")
                               .arg(holdings.capabilities.size())
                               .arg(m_system.capabilities.size())
                               .arg(holdings.endpoints),
                           "small"));
    QStringList purposes;
    for (const auto *capability : holdings.capabilities)
        purposes << capability->purpose;
    column.addWidget(label(purposes.join(u' '), "subtle"));
}

// What is deployed: a team is free in a unit that is its alone.
void TeamPage::addShape(int fleet, QVBoxLayout &column)
{
    const auto &packaging = m_packagings[static_cast<size_t>(fleet)];
    column.addSpacing(4);
    column.addWidget(label(packaging.title, "heading"));
    for (const auto &unit : packaging.units) {
        const auto teams = teamsOf(m_system, unit);
        if (std::ranges::find(teams, m_team) != teams.end())
            addUnit(fleet, unit, column);
    }
}

void TeamPage::addUnit(int fleet, const Unit &unit, QVBoxLayout &column)
{
    std::vector<const model::system::Capability *> ours;
    for (const auto &id : unit.capabilities) {
        const auto *capability = m_system.capability(id);
        if (capability != nullptr && capability->team == m_team)
            ours.push_back(capability);
    }
    const auto teams = teamsOf(m_system, unit);
    const auto open
        = [this](const Subject &subject) { return [this, subject] { Q_EMIT subjectWanted(subject); }; };
    const bool isAlone = unit.capabilities.size() == 1;
    auto *row
        = leadingRow(isAlone ? tr("▢ %1, a unit").arg(unit.title)
                             : tr("▢ %1, a unit with %2 of its modules").arg(unit.title).arg(ours.size()),
                     tr("Show this unit. Declared."));
    const auto whole = isAlone ? std::optional(unit.capabilities.front()) : std::nullopt;
    connect(row, &QPushButton::clicked, this, open({fleet, unit.id, whole}));
    column.addWidget(row);
    for (const auto *capability : isAlone ? decltype(ours)() : ours) {
        auto *module = leadingRow(u"   · "_s + capability->title, tr("Show this module. Declared."));
        connect(module, &QPushButton::clicked, this, open({fleet, unit.id, capability->id}));
        column.addWidget(module);
    }
    if (teams.size() > 1)
        column.addWidget(label(tr("Shared with %1 other teams: all %2 must agree before it is deployed.")
                                   .arg(teams.size() - 1)
                                   .arg(teams.size()),
                               "subtle"));
}

void TeamPage::addHoldings(QVBoxLayout &column)
{
    const auto holdings = holdingsOf(m_system, m_team);
    column.addSpacing(4);
    addPart(column, tr("Tables"),
            holdings.tables.isEmpty() ? tr("None: it stores nothing.") : holdings.tables.join(u", "_s));
    QStringList topics;
    if (!holdings.publishes.isEmpty())
        topics << tr("Publishes %1.").arg(holdings.publishes.join(u", "_s));
    if (!holdings.listensTo.isEmpty())
        topics << tr("Listens to %1.").arg(holdings.listensTo.join(u", "_s));
    addPart(column, tr("Topics"), topics.isEmpty() ? tr("None.") : topics.join(u' '));
    std::vector<CapabilityId> ids;
    QStringList endpoints;
    for (const auto *capability : holdings.capabilities) {
        ids.push_back(capability->id);
        for (const auto &endpoint : capability->endpoints)
            endpoints << u"%1: %2"_s.arg(capability->title, endpoint.id.operation);
    }
    const auto dealings = dealingsOf(m_system, ids);
    const auto choose = [this](const auto &team) { Q_EMIT teamWanted(team); };
    addTeams(column, tr("Needs"), m_system, dealings.needs, choose);
    addTeams(column, tr("Is needed by"), m_system, dealings.neededBy, choose);
    addPart(column, tr("Endpoints"), endpoints.join(u'\n'));
}

} // namespace app::inspector
