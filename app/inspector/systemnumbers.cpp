// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemnumbers.h"

#include "figurecard.h"

#include <app/style/label.h>
#include <model/analysis/shapefigures.h>

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <numeric>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using model::system::System;
using style::label;

namespace {

constexpr std::size_t snapshotsOfUse = 100; // ten seconds

QLabel *onOneLine(const QString &text, const char *kind)
{
    auto *made = label(text, kind);
    made->setWordWrap(false);
    return made;
}

QString seconds(double value)
{
    return SystemNumbers::tr("%1 s").arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
}

} // namespace

SystemNumbers::SystemNumbers(const System &system, const std::vector<Packaging> &packagings, QWidget *parent)
    : QFrame(parent)
    , m_grid(new QGridLayout(this))
{
    setProperty("kind", u"card"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_grid->setContentsMargins(8, 8, 8, 8);
    m_grid->setHorizontalSpacing(5);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(onOneLine(tr("Declared"), "heading"), 0, 0);
    for (const auto &packaging : packagings) {
        const int column = m_grid->columnCount();
        m_row = 0;
        m_grid->addWidget(onOneLine(packaging.title, "subtle"), m_row++, column, Qt::AlignRight);
        Column figures;
        figures.title = packaging.title;
        addDeclared(column, system, packaging, figures);
        addMeasured(column, figures);
        m_columns.push_back(std::move(figures));
    }
}

// The names of rows stand in the first column, once.
QLabel *SystemNumbers::addRow(int column, const QString &name, const QString &origin)
{
    if (m_grid->itemAtPosition(m_row, 0) == nullptr) {
        auto *words = label(name, "subtle");
        words->setToolTip(origin);
        m_grid->addWidget(words, m_row, 0);
    }
    auto *figure = onOneLine({}, "heading");
    figure->setToolTip(origin);
    m_grid->addWidget(figure, m_row++, column, Qt::AlignRight);
    return figure;
}

void SystemNumbers::addDeclared(int column, const System &system, const Packaging &packaging, Column &kept)
{
    const auto figures = model::analysis::figuresOf(system, packaging);
    const auto add = [&](const QString &name, const QString &origin, const QString &words) {
        fill(*addRow(column, name, origin), tr("%1, %2, declared").arg(packaging.title, name), words);
    };
    const QLocale locale;
    add(tr("Units"), tr("Declared: what is deployed, crashes and starts together"),
        locale.toString(figures.units));
    add(tr("Databases"), tr("Declared: units that keep data of their own"),
        locale.toString(figures.databases));
    add(tr("Network calls"), tr("Declared: kinds of calls that leave their unit"),
        locale.toString(figures.networkCalls));
    if (const auto *journey = model::analysis::farthestJourney(system))
        add(tr("Hops: %1").arg(journey->title),
            tr("Declared: requests over the network for one attempt, the customer's own among them"),
            locale.toString(model::analysis::hopsOf(*journey, system, packaging)));
    add(tr("Teams to agree"), tr("Declared: teams that share a unit, and must agree before it changes"),
        locale.toString(figures.mostTeams));
    add(tr("Start"), tr("Declared: until the slowest unit has started"),
        seconds(std::chrono::duration<double>(figures.slowestBoot).count()));
    kept.memory = addRow(column, tr("Memory"), tr("Declared, of the instances which run"));
}

void SystemNumbers::addMeasured(int column, Column &figures)
{
    if (m_grid->itemAtPosition(m_row, 0) == nullptr)
        m_grid->addWidget(onOneLine(tr("Measured"), "heading"), m_row, 0);
    ++m_row;
    figures.instances = addRow(column, tr("Instances"), tr("Measured: those which run"));
    figures.cores = addRow(column, tr("CPU"), tr("Measured over the last second, in per cent of one core"));
    figures.each = addRow(column, tr("CPU for 1,000 journeys"),
                          tr("Measured over the last ten seconds: processor time for 1,000 attempts"));
}

void SystemNumbers::show(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(m_columns.size(), snapshot.fleets.size()); ++fleet) {
        auto &column = m_columns[fleet];
        const auto &cost = snapshot.fleets[fleet].cost;
        column.use.push_back({cost.cores, snapshot.fleets[fleet].attempts.perSecond});
        if (column.use.size() > snapshotsOfUse)
            column.use.pop_front();
        const auto sum = std::accumulate(column.use.begin(), column.use.end(), Use(), [](Use all, Use each) {
            return Use{all.cores + each.cores, all.journeysPerSecond + each.journeysPerSecond};
        });
        fillIn(column, cost,
               sum.journeysPerSecond > 0 ? seconds(1000 * sum.cores / sum.journeysPerSecond) : u"–"_s);
    }
}

void SystemNumbers::showMoment(const services::platform::Snapshot &then)
{
    for (size_t fleet = 0; fleet < std::min(m_columns.size(), then.fleets.size()); ++fleet)
        fillIn(m_columns[fleet], then.fleets[fleet].cost, u"–"_s);
}

void SystemNumbers::fillIn(const Column &column,
                           const services::platform::CostSnapshot &cost,
                           const QString &each) const
{
    fill(*column.instances, tr("%1, instances").arg(column.title), QLocale().toString(cost.instances));
    fill(*column.memory, tr("%1, memory, declared").arg(column.title),
         tr("%1 MB").arg(QLocale().toString(cost.memoryMegabytes)));
    fill(*column.cores, tr("%1, processor, measured").arg(column.title),
         tr("%1 %").arg(100 * cost.cores, 0, 'f', 0));
    fill(*column.each, tr("%1, processor for 1,000 journeys, measured").arg(column.title), each);
}

} // namespace app::inspector
