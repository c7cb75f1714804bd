// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "costmeter.h"

#include "figurecard.h"

#include <app/style/label.h>

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace app::inspector {

using namespace Qt::StringLiterals;
using style::label;

namespace {

QLabel *plain(const QString &text, const char *kind)
{
    auto *made = label(text, kind);
    made->setWordWrap(false);
    return made;
}

} // namespace

CostMeter::CostMeter(const QStringList &fleetTitles, QWidget *parent)
    : QFrame(parent)
{
    setProperty("kind", u"card"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(3);
    grid->addWidget(plain(tr("Instances"), "subtle"), 1, 0);
    grid->addWidget(plain(tr("Memory"), "subtle"), 2, 0);
    grid->addWidget(plain(tr("CPU"), "subtle"), 3, 0);
    grid->setColumnStretch(0, 1);
    for (const auto &title : fleetTitles) {
        const int at = grid->columnCount();
        const Column column{title, plain({}, "heading"), plain({}, "heading"), plain({}, "heading")};
        grid->addWidget(plain(title, "subtle"), 0, at, Qt::AlignRight);
        grid->addWidget(column.instances, 1, at, Qt::AlignRight);
        grid->addWidget(column.memory, 2, at, Qt::AlignRight);
        grid->addWidget(column.cores, 3, at, Qt::AlignRight);
        m_columns.push_back(column);
    }
    grid->addWidget(label(tr("Memory is declared, CPU measured over the last second."), "small"), 4, 0, 1,
                    -1);
}

void CostMeter::show(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(m_columns.size(), snapshot.fleets.size()); ++fleet) {
        const auto &column = m_columns[fleet];
        const auto &cost = snapshot.fleets[fleet].cost;
        fill(*column.instances, tr("%1, instances").arg(column.title), QLocale().toString(cost.instances));
        fill(*column.memory, tr("%1, memory, declared").arg(column.title),
             tr("%1 MB").arg(QLocale().toString(cost.memoryMegabytes)));
        fill(*column.cores, tr("%1, processor, measured").arg(column.title),
             tr("%1 %").arg(100 * cost.cores, 0, 'f', 0));
    }
}

} // namespace app::inspector
