// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspectorpanel.h"

#include "instancelist.h"
#include "livefigures.h"

#include <app/style/label.h>
#include <app/wording/health.h>

#include <QFocusEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;
using style::label;

namespace {

constexpr int mostInstances = 9;

} // namespace

InspectorPanel::InspectorPanel(const model::system::System &system,
                               const std::vector<model::packaging::Packaging> &packagings,
                               QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_pages(new QStackedWidget)
    , m_title(label({}, "title"))
    , m_state(label({}, "heading"))
    , m_where(label({}, "small"))
    , m_purpose(label({}, "subtle"))
    , m_figures(new LiveFigures)
    , m_list(new InstanceList)
    , m_count(label({}, "heading"))
    , m_fewer(new QPushButton(u"−"_s))
    , m_more(new QPushButton(u"+"_s))
    , m_do(label({}, "heading"))
    , m_restart(new QPushButton(tr("&Restart")))
    , m_crash(new QPushButton(tr("&Crash")))
    , m_request(new QPushButton(tr("Send a req&uest…")))
    , m_note(label({}, "subtle"))
    , m_endpoints(label({}, "subtle"))
{
    m_pages->addWidget(buildEmptyPage());
    m_pages->addWidget(buildSubjectPage());
    connectInstances();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_pages);
    scroll->setAccessibleName(tr("Inspector"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    setMinimumWidth(250);
}

QWidget *InspectorPanel::buildEmptyPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 14, 14);
    column->addWidget(label(tr("Choose a part of the shop"), "title"));
    column->addWidget(
        label(tr("Click a box in either picture, or walk with the arrow keys. Here you see what it does, "
                 "how it is doing, and you can crash and restart it."),
              "subtle"));
    column->addStretch(1);
    return page;
}

QWidget *InspectorPanel::buildVerbs()
{
    auto *verbs = new QWidget;
    auto *grid = new QGridLayout(verbs);
    grid->setContentsMargins(0, 0, 0, 0);
    m_restart->setProperty("kind", u"primary"_s);
    m_crash->setProperty("kind", u"danger"_s);
    m_crash->installEventFilter(this);
    grid->addWidget(m_restart, 0, 0);
    grid->addWidget(m_crash, 0, 1);
    grid->addWidget(m_request, 1, 0, 1, 2);
    connect(m_crash, &QPushButton::clicked, this, [this] { Q_EMIT crashWanted(place()); });
    connect(m_restart, &QPushButton::clicked, this, [this] { Q_EMIT restartWanted(place()); });
    connect(m_request, &QPushButton::clicked, this, [this] { Q_EMIT requestWanted(*m_subject); });
    return verbs;
}

QWidget *InspectorPanel::buildSubjectPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    m_state->setWordWrap(false);
    head->addWidget(m_state, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_where);
    column->addWidget(m_purpose);
    column->addWidget(m_note);
    column->addWidget(m_figures);
    column->addLayout(buildCount());
    column->addWidget(m_list);
    column->addWidget(m_do);
    column->addWidget(buildVerbs());
    column->addWidget(m_endpoints);
    column->addStretch(1);
    return page;
}

QHBoxLayout *InspectorPanel::buildCount()
{
    auto *count = new QHBoxLayout;
    count->addWidget(label(tr("Instances"), "heading"), 1);
    m_fewer->setAccessibleName(tr("One instance fewer"));
    m_more->setAccessibleName(tr("One instance more"));
    m_fewer->setFixedWidth(34);
    m_more->setFixedWidth(34);
    m_count->setWordWrap(false);
    count->addWidget(m_fewer);
    count->addWidget(m_count);
    count->addWidget(m_more);
    connect(m_fewer, &QPushButton::clicked, this, [this] { Q_EMIT scaleWanted(place(), m_instances - 1); });
    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT scaleWanted(place(), m_instances + 1); });
    return count;
}

void InspectorPanel::connectInstances()
{
    const auto one = [this](const model::system::InstanceId &instance) {
        auto there = place();
        there.instance = instance;
        return there;
    };
    connect(m_list, &InstanceList::crashWanted, this,
            [this, one](const auto &instance) { Q_EMIT crashWanted(one(instance)); });
    connect(m_list, &InstanceList::restartWanted, this,
            [this, one](const auto &instance) { Q_EMIT restartWanted(one(instance)); });
    // As long as another one serves, one more or less is nobody's loss.
    connect(m_list, &InstanceList::crashPondered, this, [this](bool pondered) {
        if (m_subject.has_value() && m_well == 1)
            Q_EMIT crashPondered(*m_subject, pondered);
    });
}

void InspectorPanel::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_figures->setTheme(theme);
    m_list->setTheme(theme);
}

const model::packaging::Unit *InspectorPanel::unit() const
{
    return m_subject.has_value() ? m_packagings[static_cast<size_t>(m_subject->fleet)].unit(m_subject->unit)
                                 : nullptr;
}

services::platform::Place InspectorPanel::place() const
{
    return {m_packagings[static_cast<size_t>(m_subject->fleet)].id, m_subject->unit, {}};
}

void InspectorPanel::select(const std::optional<Subject> &subject)
{
    if (m_subject == subject)
        return;
    if (m_subject.has_value())
        Q_EMIT crashPondered(*m_subject, false);
    m_subject = subject;
    if (unit() == nullptr)
        m_subject.reset();
    m_pages->setCurrentIndex(m_subject.has_value() ? 1 : 0);
    if (m_subject.has_value())
        describe();
}

void InspectorPanel::describe()
{
    const auto *holder = unit();
    const auto *capability
        = m_subject->capability.has_value() ? m_system.capability(*m_subject->capability) : nullptr;
    const bool isModule = capability != nullptr && holder->capabilities.size() > 1;
    m_figures->showPast(m_history.of(m_subject->fleet, m_subject->unit));
    m_title->setText(capability != nullptr ? capability->title : holder->title);
    m_where->setText(whereabouts());
    m_purpose->setText(
        capability != nullptr
            ? capability->purpose
            : tr("%1 modules in one unit: they are deployed, scaled, crash and restart together.")
                  .arg(holder->capabilities.size()));
    m_note->setText(isModule
                        ? tr("What you see and do below is the whole unit's: a crash takes all its modules.")
                        : QString());
    m_note->setVisible(isModule);
    QStringList operations;
    for (const auto &id : holder->capabilities) {
        const auto *part = m_system.capability(id);
        if (part == nullptr || (capability != nullptr && part != capability)
            || (capability == nullptr && holder->capabilities.size() > 1))
            continue;
        for (const auto &endpoint : part->endpoints)
            operations << endpoint.id.operation.toHtmlEscaped();
    }
    m_endpoints->setVisible(!operations.isEmpty());
    m_endpoints->setText(tr("<b>Endpoints</b><br>%1").arg(operations.join(u"<br>"_s)));
}

QString InspectorPanel::whereabouts() const
{
    QStringList parts{m_packagings[static_cast<size_t>(m_subject->fleet)].title};
    const auto *capability
        = m_subject->capability.has_value() ? m_system.capability(*m_subject->capability) : nullptr;
    if (capability == nullptr)
        return parts.front();
    if (unit()->capabilities.size() > 1)
        parts << tr("module of %1").arg(unit()->title);
    const auto *team = m_system.team(capability->team);
    parts << tr("team %1").arg(team != nullptr ? team->title : capability->team.value);
    return parts.join(u" · "_s);
}

void InspectorPanel::show(const services::platform::Snapshot &snapshot)
{
    const bool isPoint = m_history.add(snapshot);
    if (!m_subject.has_value() || static_cast<size_t>(m_subject->fleet) >= snapshot.fleets.size())
        return;
    if (isPoint)
        m_figures->showPast(m_history.of(m_subject->fleet, m_subject->unit));
    const auto totals = totalsOf(snapshot.fleets[static_cast<size_t>(m_subject->fleet)], m_subject->unit);
    m_figures->show(totals);
    m_list->show(totals.instances, snapshot.at);
    m_instances = static_cast<int>(totals.instances.size());
    m_well = totals.well;
    m_count->setText(QString::number(m_instances));
    m_do->setText(m_instances > 1 ? tr("Do to all %1").arg(m_instances) : tr("Do"));
    m_fewer->setEnabled(m_instances > 1);
    m_more->setEnabled(m_instances < mostInstances);
    m_state->setText(u"<span style='color:%1'>%2 %3</span>"_s.arg(
        m_theme.color(wording::roleOf(totals.health)).name(), wording::mark(totals.health), totals.state));
    enableVerbs(totals.anyRuns, totals.anyRests);
}

// The keyboard stays with the verbs: who has just crashed something can restart it at once, and back.
void InspectorPanel::enableVerbs(bool crash, bool restart)
{
    const bool fromCrash = m_crash->hasFocus() && !crash && restart;
    const bool fromRestart = m_restart->hasFocus() && !restart && crash;
    m_crash->setEnabled(crash || fromCrash);
    m_restart->setEnabled(restart || fromRestart);
    if (fromCrash)
        m_restart->setFocus(Qt::OtherFocusReason);
    if (fromRestart)
        m_crash->setFocus(Qt::OtherFocusReason);
    m_crash->setEnabled(crash);
    m_restart->setEnabled(restart);
}

bool InspectorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_crash && m_subject.has_value()) {
        // Focus that was handed over, after a restart, is no thought of crashing it again.
        const bool focused = event->type() == QEvent::FocusIn
            && static_cast<QFocusEvent *>(event)->reason() != Qt::OtherFocusReason;
        if (event->type() == QEvent::Enter || focused)
            Q_EMIT crashPondered(*m_subject, true);
        if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut)
            Q_EMIT crashPondered(*m_subject, false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace app::inspector
