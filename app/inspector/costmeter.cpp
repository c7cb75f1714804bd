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
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(3);
    grid->addWidget(plain(tr("Instances"), "subtle"), 0, 1, Qt::AlignRight);
    grid->addWidget(plain(tr("Memory"), "subtle"), 0, 2, Qt::AlignRight);
    grid->addWidget(plain(tr("CPU"), "subtle"), 0, 3, Qt::AlignRight);
    grid->setColumnStretch(0, 1);
    for (const auto &title : fleetTitles) {
        const int line = grid->rowCount();
        const Column column{title, plain({}, "heading"), plain({}, "heading"), plain({}, "heading")};
        grid->addWidget(plain(title, "subtle"), line, 0);
        grid->addWidget(column.instances, line, 1, Qt::AlignRight);
        grid->addWidget(column.memory, line, 2, Qt::AlignRight);
        grid->addWidget(column.cores, line, 3, Qt::AlignRight);
        m_columns.push_back(column);
    }
    grid->addWidget(label(tr("Memory is declared, CPU measured over the last second."), "small"),
                    grid->rowCount(), 0, 1, 4);
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
