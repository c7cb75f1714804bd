// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsibilityrows.h"

#include "responsibilities.h"

#include <app/style/label.h>

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;

QPushButton *leadingRow(const QString &words, const QString &tip)
{
    auto *row = new QPushButton(words);
    row->setProperty("kind", u"row"_s);
    row->setToolTip(style::tip(tip));
    row->setCursor(Qt::PointingHandCursor);
    return row;
}

void addPart(QVBoxLayout &column, const QString &heading, const QString &words)
{
    if (words.isEmpty())
        return;
    column.addWidget(style::label(heading, "heading"));
    auto *paragraph = style::label(words, "plain");
    paragraph->setToolTip(QCoreApplication::translate("app::inspector", "Declared in the system's file"));
    column.addWidget(paragraph);
}

void addTeams(QVBoxLayout &column,
              const QString &heading,
              const model::system::System &system,
              const std::vector<model::system::TeamId> &teams,
              const std::function<void(const model::system::TeamId &)> &choose)
{
    if (teams.empty())
        return;
    column.addWidget(style::label(heading, "heading"));
    for (const auto &team : teams) {
        auto *row = leadingRow(u"→ "_s + titleOf(system, team),
                               QCoreApplication::translate("app::inspector", "What this team answers for"));
        QObject::connect(row, &QPushButton::clicked, row, [choose, team] { choose(team); });
        column.addWidget(row);
    }
}

} // namespace app::inspector
