// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ownerspage.h"

#include "responsibilities.h"
#include "responsibilityrows.h"

#include <app/style/label.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::packaging::Unit;
using model::system::TeamId;
using style::label;

void OwnersPage::write(const Unit &unit, QVBoxLayout &column)
{
    column.setSpacing(6);
    const auto &chosen = subject().capability;
    if (chosen.has_value())
        addOwner(system().capability(*chosen)->team, unit, column);
    else
        for (const auto &team : teamsOf(system(), unit))
            addOwner(team, unit, column);
    addPart(column, tr("Before it changes"), agreement(unit));
    const auto dealings = dealingsOf(system(), chosen.has_value() ? std::vector{*chosen} : unit.capabilities);
    const auto choose = [this](const TeamId &team) { Q_EMIT teamWanted(team); };
    addTeams(column, tr("Needs something of"), system(), dealings.needs, choose);
    addTeams(column, tr("Is needed by"), system(), dealings.neededBy, choose);
}

void OwnersPage::addOwner(const TeamId &team, const Unit &unit, QVBoxLayout &column)
{
    auto *row = leadingRow(u"→ "_s + tr("Team %1").arg(titleOf(system(), team)),
                           tr("All that this team answers for. Declared."));
    connect(row, &QPushButton::clicked, this, [this, team] { Q_EMIT teamWanted(team); });
    column.addWidget(row);
    for (const auto &id : unit.capabilities) {
        const auto *capability = system().capability(id);
        if (capability->team != team || !isMeant(id))
            continue;
        QStringList parts{tr("%n endpoint(s)", nullptr, static_cast<int>(capability->endpoints.size()))};
        if (!capability->owns.empty())
            parts << tr("keeps %1")
                         .arg(QStringList(capability->owns.begin(), capability->owns.end()).join(u", "_s));
        for (const auto &topic : capability->publishes)
            parts << tr("publishes %1").arg(topic.value);
        auto *words = label(u"%1: %2"_s.arg(capability->title, parts.join(u", "_s)), "subtle");
        words->setToolTip(tr("Declared in the system's file"));
        column.addWidget(words);
    }
}

QString OwnersPage::agreement(const Unit &unit) const
{
    const auto teams = teamsOf(system(), unit);
    if (teams.size() < 2)
        return tr("%1 decides alone, and releases when it likes.").arg(titlesOf(system(), teams));
    return tr("%1 teams share this unit and must agree: %2. A release takes all of their modules along.")
        .arg(teams.size())
        .arg(titlesOf(system(), teams));
}

} // namespace app::inspector
