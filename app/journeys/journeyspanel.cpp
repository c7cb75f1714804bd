// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyspanel.h"

#include <app/style/label.h>
#include <app/wording/health.h>
#include <model/analysis/dependence.h>

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace app::journeys {

using namespace Qt::StringLiterals;
using services::runtime::InstanceState;
using style::label;

namespace {

constexpr int rowHeight = 22;

bool isHurt(JourneyState state)
{
    return state == JourneyState::Down || state == JourneyState::Degraded;
}

QStringList titlesOf(const std::vector<model::packaging::Packaging> &packagings)
{
    QStringList titles;
    for (const auto &packaging : packagings)
        titles << packaging.title;
    return titles;
}

} // namespace

JourneysPanel::JourneysPanel(const model::system::System &system,
                             const std::vector<model::packaging::Packaging> &packagings,
                             QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_model(new JourneysModel(system, titlesOf(packagings), this))
    , m_chips(new StateChip(this))
    , m_table(new QTableView)
    , m_loss(new LossCard(titlesOf(packagings), system.journeys.size()))
{
    dressTable();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(14, 10, 10, 10);
    column->setSpacing(8);
    column->addWidget(label(tr("What customers can do right now"), "heading"));
    column->addWidget(m_table);
    column->addWidget(m_loss);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Journeys"));
    scroll->setWidget(content);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroll);
    setMinimumWidth(content->sizeHint().width());
}

void JourneysPanel::dressTable()
{
    m_table->setModel(m_model);
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_table->setItemDelegateForColumn(column, m_chips);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto *header = m_table->horizontalHeader();
    QFont small = header->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    header->setFont(small);
    m_table->setWordWrap(false);
    m_table->resizeColumnsToContents(); // for the longest words: the columns keep still
    m_table->setMinimumWidth(header->length() + 2 * m_table->frameWidth());
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    header->setHighlightSections(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("What customers can do right now"));
    m_table->setFixedHeight(rowHeight * m_model->rowCount() + header->sizeHint().height() + 2);
}

void JourneysPanel::setTheme(const style::Theme &theme)
{
    m_chips->setTheme(theme);
    m_table->viewport()->update();
}

void JourneysPanel::setFleetVisible(int fleet, bool visible)
{
    m_table->setColumnHidden(fleet + 1, !visible);
    m_loss->setFleetVisible(fleet, visible);
}

LossCard::Loss JourneysPanel::lossOf(size_t fleet, const services::platform::FleetSnapshot &snapshot) const
{
    std::vector<const services::platform::InstanceSnapshot *> allDead;
    QHash<model::system::JourneyId, JourneyState> predicted;
    for (const auto &unit : m_packagings[fleet].units) {
        std::vector<const services::platform::InstanceSnapshot *> dead;
        bool anyWell = false;
        for (const auto &instance : snapshot.instances) {
            if (instance.status.unit != unit.id)
                continue;
            if (wording::healthOf(instance.status.state) == wording::Health::Bad
                || (instance.status.state == InstanceState::Starting && instance.status.incarnation > 1))
                dead.push_back(&instance);
            else
                anyWell = true;
        }
        allDead.insert(allDead.end(), dead.begin(), dead.end());
        if (dead.empty() || anyWell)
            continue;
        const auto dependence = model::analysis::dependenceOn(m_system, m_packagings[fleet], unit.id);
        for (auto journey = dependence.journeys.begin(); journey != dependence.journeys.end(); ++journey)
            predicted[journey.key()] = std::max(predicted.value(journey.key()), journey.value());
    }
    LossCard::Loss loss;
    loss.predicted = static_cast<int>(std::ranges::count_if(predicted, isHurt));
    loss.measured = static_cast<int>(std::ranges::count_if(
        snapshot.journeys, [](const auto &journey) { return isHurt(journey.tally.state()); }));
    loss.isDown = !allDead.empty();
    loss.story = story(allDead, loss.measured);
    return loss;
}

QString JourneysPanel::story(const std::vector<const services::platform::InstanceSnapshot *> &dead,
                             int hurt) const
{
    if (dead.empty() && hurt == 0)
        return {};
    if (dead.empty())
        return tr("%1 of %2 journeys hurt lately.").arg(hurt).arg(m_system.journeys.size());
    QStringList names;
    size_t modules = 0;
    for (const auto *instance : dead) {
        names << instance->status.id.value;
        modules += instance->status.capabilities.size();
    }
    if (modules > dead.size())
        return tr("%1 is down and took its %2 modules with it.").arg(names.join(u", "_s)).arg(modules);
    return tr("%1 down; %2 of %3 journeys hurt.")
        .arg(names.join(u", "_s))
        .arg(hurt)
        .arg(m_system.journeys.size());
}

void JourneysPanel::show(const services::platform::Snapshot &snapshot)
{
    m_model->show(snapshot);
    std::vector<LossCard::Loss> losses;
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet)
        losses.push_back(lossOf(fleet, snapshot.fleets[fleet]));
    m_loss->show(losses);
}

void JourneysPanel::predictCrash(int fleet, const model::system::UnitId &unit)
{
    const auto &packaging = m_packagings[static_cast<size_t>(fleet)];
    const auto dependence = model::analysis::dependenceOn(m_system, packaging, unit);
    m_model->setPrediction(fleet, dependence.journeys);
    QStringList down;
    QStringList degraded;
    for (const auto &journey : m_system.journeys) {
        const auto state = dependence.journeys.value(journey.id);
        if (state == JourneyState::Down)
            down << journey.title;
        else if (state == JourneyState::Degraded)
            degraded << journey.title;
    }
    QStringList lines;
    if (down.size() == static_cast<int>(m_system.journeys.size()))
        lines << tr("✕ Down: everything");
    else if (!down.isEmpty())
        lines << tr("✕ Down: %1").arg(down.join(u", "_s));
    if (!degraded.isEmpty())
        lines << tr("◐ Degraded: %1").arg(degraded.join(u", "_s));
    if (lines.isEmpty())
        lines << tr("✓ Every journey goes on.");
    lines << tr("Predicted from the declared calls.");
    m_loss->predict({fleet, static_cast<int>(down.size() + degraded.size()),
                     tr("If %1 crashes, in %2").arg(packaging.unit(unit)->title, packaging.title),
                     lines.join(u'\n')});
}

void JourneysPanel::forgetPrediction()
{
    m_loss->forgetPrediction();
    for (int fleet = 0; fleet < static_cast<int>(m_packagings.size()); ++fleet)
        m_model->setPrediction(fleet, {});
}

} // namespace app::journeys
