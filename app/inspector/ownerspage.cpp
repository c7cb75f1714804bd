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

OwnersPage::OwnersPage(const model::system::System &system,
                       const std::vector<model::packaging::Packaging> &packagings,
                       QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addStretch(1);
}

void OwnersPage::select(const Subject &subject)
{
    m_subject = subject;
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    const auto &unit = *m_packagings[static_cast<size_t>(subject.fleet)].unit(subject.unit);
    const auto meant = subject.capability.has_value() ? std::vector{*subject.capability} : unit.capabilities;
    if (subject.capability.has_value())
        addOwner(m_system.capability(*subject.capability)->team, unit, *column);
    else
        for (const auto &team : teamsOf(m_system, unit))
            addOwner(team, unit, *column);
    addPart(*column, tr("Before it changes"), agreement(unit));
    const auto dealings = dealingsOf(m_system, meant);
    const auto choose = [this](const TeamId &team) { Q_EMIT teamWanted(team); };
    addTeams(*column, tr("Needs something of"), m_system, dealings.needs, choose);
    addTeams(*column, tr("Is needed by"), m_system, dealings.neededBy, choose);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_content);
    m_content->show(); // at once, not with the next event
}

void OwnersPage::addOwner(const TeamId &team, const Unit &unit, QVBoxLayout &column)
{
    auto *row = leadingRow(u"→ "_s + tr("Team %1").arg(titleOf(m_system, team)),
                           tr("All that this team answers for. Declared."));
    connect(row, &QPushButton::clicked, this, [this, team] { Q_EMIT teamWanted(team); });
    column.addWidget(row);
    for (const auto &id : unit.capabilities) {
        const auto *capability = m_system.capability(id);
        if (capability->team != team || (m_subject.capability.has_value() && *m_subject.capability != id))
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
    const auto teams = teamsOf(m_system, unit);
    if (teams.size() < 2)
        return tr("%1 decides alone, and releases when it likes.").arg(titlesOf(m_system, teams));
    return tr("%1 teams share this unit and must agree: %2. A release takes all of their modules along.")
        .arg(teams.size())
        .arg(titlesOf(m_system, teams));
}

} // namespace app::inspector
