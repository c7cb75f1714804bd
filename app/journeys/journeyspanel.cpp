// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyspanel.h"

#include <app/style/label.h>
#include <model/analysis/dependence.h>

#include <QFrame>
#include <QGridLayout>
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

QFrame *card()
{
    auto *frame = new QFrame;
    frame->setProperty("kind", u"card"_s);
    return frame;
}

constexpr int rowHeight = 24;

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
    , m_storyTitle(label({}, "heading"))
    , m_story(label({}, "subtle"))
    , m_radius(card())
{
    m_table->setModel(m_model);
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_table->setItemDelegateForColumn(column, m_chips);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->resizeColumnsToContents();
    m_table->setMinimumWidth(m_table->horizontalHeader()->length() + 2 * m_table->frameWidth());
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("What customers can do right now"));
    m_table->setFixedHeight(rowHeight * static_cast<int>(system.journeys.size()) + 30);

    auto *story = card();
    auto *storyColumn = new QVBoxLayout(story);
    storyColumn->addWidget(m_storyTitle);
    storyColumn->addWidget(m_story);

    auto *grid = new QGridLayout(m_radius);
    grid->addWidget(label(tr("Journeys lost or degraded"), "heading"), 0, 0, 1,
                    1 + static_cast<int>(packagings.size()));
    grid->addWidget(label(tr("Predicted by calls"), "subtle"), 2, 0);
    grid->addWidget(label(tr("Measured"), "subtle"), 3, 0);
    for (size_t fleet = 0; fleet < packagings.size(); ++fleet) {
        const int column = static_cast<int>(fleet) + 1;
        m_predicted.push_back(label({}, "heading"));
        m_measured.push_back(label({}, "heading"));
        auto *head = label(packagings[fleet].title, "subtle");
        head->setWordWrap(false);
        grid->addWidget(head, 1, column, Qt::AlignRight);
        grid->addWidget(m_predicted.back(), 2, column, Qt::AlignRight);
        grid->addWidget(m_measured.back(), 3, column, Qt::AlignRight);
    }

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(14, 12, 10, 10);
    column->setSpacing(10);
    column->addWidget(label(tr("What customers can do right now"), "heading"));
    column->addWidget(m_table);
    column->addWidget(story);
    column->addWidget(m_radius);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroll);
    setMinimumWidth(content->sizeHint().width());
}

void JourneysPanel::setTheme(const style::Theme &theme)
{
    m_chips->setTheme(theme);
    m_table->viewport()->update();
}

void JourneysPanel::setFleetVisible(int fleet, bool visible)
{
    m_table->setColumnHidden(fleet + 1, !visible);
}

JourneysPanel::Loss JourneysPanel::lossOf(size_t fleet,
                                          const services::platform::FleetSnapshot &snapshot) const
{
    Loss loss;
    QHash<model::system::JourneyId, JourneyState> predicted;
    for (const auto &unit : m_packagings[fleet].units) {
        std::vector<const services::platform::InstanceSnapshot *> dead;
        bool anyWell = false;
        for (const auto &instance : snapshot.instances) {
            if (instance.status.unit != unit.id)
                continue;
            if (instance.status.state == InstanceState::Crashed
                || instance.status.state == InstanceState::Failed
                || (instance.status.state == InstanceState::Starting && instance.status.incarnation > 1))
                dead.push_back(&instance);
            else
                anyWell = true;
        }
        loss.dead.insert(loss.dead.end(), dead.begin(), dead.end());
        if (dead.empty() || anyWell)
            continue;
        const auto dependence = model::analysis::dependenceOn(m_system, m_packagings[fleet], unit.id);
        for (auto journey = dependence.journeys.begin(); journey != dependence.journeys.end(); ++journey)
            predicted[journey.key()] = std::max(predicted.value(journey.key()), journey.value());
    }
    loss.predicted = static_cast<int>(std::ranges::count_if(predicted, isHurt));
    loss.measured = static_cast<int>(std::ranges::count_if(
        snapshot.journeys, [](const auto &journey) { return isHurt(journey.tally.state()); }));
    return loss;
}

QString JourneysPanel::story(size_t fleet, const Loss &loss) const
{
    const auto &packaging = m_packagings[fleet];
    if (loss.dead.empty())
        return tr("%1: all instances are up.").arg(packaging.title);
    QStringList names;
    size_t modules = 0;
    for (const auto *instance : loss.dead) {
        names << instance->status.id.value;
        modules += instance->status.capabilities.size();
    }
    if (modules > loss.dead.size())
        return tr("%1: %2 is down and took its %3 modules with it.")
            .arg(packaging.title, names.join(u", "_s))
            .arg(modules);
    return tr("%1: %2 down; %3 of %4 journeys affected.")
        .arg(packaging.title, names.join(u", "_s))
        .arg(loss.measured)
        .arg(m_system.journeys.size());
}

void JourneysPanel::show(const services::platform::Snapshot &snapshot)
{
    m_model->show(snapshot);
    QStringList lines;
    bool anyDead = false;
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet) {
        const auto loss = lossOf(fleet, snapshot.fleets[fleet]);
        anyDead = anyDead || !loss.dead.empty();
        lines << story(fleet, loss);
        const auto all = m_system.journeys.size();
        m_predicted[fleet]->setText(tr("%1 of %2").arg(loss.predicted).arg(all));
        m_measured[fleet]->setText(tr("%1 of %2").arg(loss.measured).arg(all));
    }
    m_storyTitle->setText(anyDead ? tr("Something is down") : tr("Everything works"));
    m_story->setText(lines.join(u'\n'));
}

void JourneysPanel::predictCrash(int fleet, const model::system::UnitId &unit)
{
    const auto dependence
        = model::analysis::dependenceOn(m_system, m_packagings[static_cast<size_t>(fleet)], unit);
    m_model->setPrediction(fleet, dependence.journeys);
}

void JourneysPanel::forgetPrediction()
{
    for (int fleet = 0; fleet < static_cast<int>(m_packagings.size()); ++fleet)
        m_model->setPrediction(fleet, {});
}

} // namespace app::journeys
