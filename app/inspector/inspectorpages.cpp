// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the inspector's pages are put together.

#include "autoscalercard.h"
#include "datapage.h"
#include "endpointspage.h"
#include "faultspage.h"
#include "inspectorpanel.h"
#include "instancelist.h"
#include "linespage.h"
#include "livefigures.h"
#include "logspage.h"
#include "ownerspage.h"
#include "systemnumbers.h"
#include "topicpage.h"

#include <app/style/icon.h>
#include <app/style/label.h>

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using style::label;

QWidget *InspectorPanel::buildEmptyPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 14, 14);
    column->addWidget(label(tr("Choose a part of the shop"), "title"));
    column->addWidget(
        label(tr("Click a box or a line in either picture, or walk with the arrow keys. Here you see what "
                 "it does, how it is doing, and all that can be done to it."),
              "subtle"));
    column->addSpacing(6);
    column->addWidget(buildFirstBreak(), 0, Qt::AlignLeft);
    column->addSpacing(10);
    column->addWidget(label(tr("The system in numbers"), "heading"));
    column->addWidget(m_numbers, 2); // its lines stand apart where there is room
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    return scroll;
}

QWidget *InspectorPanel::buildFirstBreak()
{
    auto *button = new QPushButton(tr("What breaks first?…"));
    button->setObjectName(u"firstBreak"_s);
    button->setAccessibleName(tr("What breaks first?"));
    const QString what = tr("What the loss of each single part would cost, predicted, the worst first");
    button->setAccessibleDescription(what);
    button->setToolTip(style::tip(what));
    connect(button, &QPushButton::clicked, this, &InspectorPanel::firstBreakWanted);
    return button;
}

QWidget *InspectorPanel::buildVerbs()
{
    m_verbs = new QWidget;
    auto *grid = new QGridLayout(m_verbs);
    grid->setContentsMargins(0, 0, 0, 0);
    m_restart->setProperty("kind", u"primary"_s);
    m_crash->setProperty("kind", u"danger"_s);
    m_crash->installEventFilter(this);
    grid->addWidget(m_restart, 0, 0);
    grid->addWidget(m_crash, 0, 1);
    grid->addWidget(m_request, 1, 0, 1, 2);
    m_crash->setProperty("harms", true);
    connect(m_crash, &QPushButton::clicked, this, [this] { Q_EMIT crashWanted(place()); });
    connect(m_restart, &QPushButton::clicked, this, [this] { Q_EMIT restartWanted(place()); });
    connect(m_request, &QPushButton::clicked, this, [this] { Q_EMIT requestWanted(*m_subject); });
    return m_verbs;
}

QWidget *InspectorPanel::buildSubjectPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 14, 0, 0);
    column->setSpacing(6);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(14, 0, 14, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    m_state->setWordWrap(false);
    m_state->setToolTip(tr("Measured: what health checks of its instances say"));
    head->addWidget(m_state, 0, Qt::AlignTop);
    words->addLayout(head);
    m_where->setTextFormat(Qt::RichText);
    m_where->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    words->addWidget(m_where);
    words->addWidget(m_purpose);
    column->addLayout(words);
    m_tabs->setProperty("kind", u"narrow"_s); // seven fit beside each other
    m_tabs->tabBar()->setProperty("kind", u"narrow"_s);
    column->addWidget(m_tabs, 1);
    addPage(buildLivePage(), tr("Live"));
    m_apiTab = addPage(m_api, tr("API"));
    addPage(m_faults, tr("&Faults"));
    addPage(m_lines, tr("Ca&lls"));
    m_dataTab = addPage(m_data, tr("Data"));
    m_logsTab = addPage(m_logs, tr("Logs"));
    m_ownersTab = addPage(m_owners, tr("Team"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPanel::describeMoment);
    return page;
}

void InspectorPanel::connectTopics()
{
    connect(m_topic, &TopicPage::subjectWanted, this, &InspectorPanel::subjectWanted);
    connect(m_topic, &TopicPage::messagesWanted, this, &InspectorPanel::messagesWanted);
}

void InspectorPanel::selectTopic(int fleet, const model::system::TopicId &topic)
{
    select({});
    m_topic->select(fleet, topic);
    m_pages->setCurrentWidget(m_topic);
    displayMoment();
}

void InspectorPanel::showEndpoints()
{
    for (int page = 0; page < m_tabs->count(); ++page) {
        if (m_tabs->widget(page)->isAncestorOf(m_api))
            m_tabs->setCurrentIndex(page);
    }
}

QWidget *InspectorPanel::addPage(QWidget *page, const QString &title)
{
    page->layout()->setContentsMargins(14, 10, 14, 10);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    scroll->setAccessibleName(tr("Inspector, %1").arg(QString(title).remove(u'&')));
    m_tabs->addTab(scroll, title);
    return scroll;
}

QWidget *InspectorPanel::buildLivePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(10);
    column->addWidget(m_note);
    column->addWidget(m_figures, 1);
    column->addWidget(buildCount());
    column->addWidget(m_autoscaler);
    column->addWidget(m_list);
    column->addWidget(m_do);
    column->addWidget(buildVerbs());
    column->addStretch(1);
    return page;
}

QWidget *InspectorPanel::buildCount()
{
    m_counters = new QWidget;
    auto *count = new QHBoxLayout(m_counters);
    count->setContentsMargins(0, 0, 0, 0);
    count->addWidget(label(tr("Instances"), "heading"), 1);
    m_fewer->setIcon(style::icon(style::Icon::Minus));
    m_more->setIcon(style::icon(style::Icon::Plus));
    m_fewer->setAccessibleName(tr("One instance fewer"));
    m_more->setAccessibleName(tr("One instance more"));
    m_fewer->setFixedWidth(34);
    m_more->setFixedWidth(34);
    m_count->setWordWrap(false);
    m_count->setToolTip(tr("Measured: instances there are, whatever state they are in"));
    count->addWidget(m_fewer);
    count->addWidget(m_count);
    count->addWidget(m_more);
    connect(m_fewer, &QPushButton::clicked, this, [this] { Q_EMIT scaleWanted(place(), m_instances - 1); });
    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT scaleWanted(place(), m_instances + 1); });
    connect(m_autoscaler, &AutoscalerCard::wanted, this,
            [this](const auto &settings) { Q_EMIT autoscalingWanted(place(), settings); });
    return m_counters;
}

// While it is on, it decides how many there are.
void InspectorPanel::showAutoscaler(const services::platform::FleetSnapshot &fleet)
{
    const auto found
        = std::ranges::find(fleet.autoscaled, m_subject->unit, &services::platform::AutoscaledSnapshot::unit);
    const bool isOn = found != fleet.autoscaled.end();
    m_autoscaler->show(isOn ? std::optional(found->settings) : std::nullopt);
    for (auto *button : {m_fewer, m_more}) {
        button->setEnabled(button->isEnabled() && !isOn);
        button->setToolTip(isOn ? tr("The autoscaler decides") : QString());
    }
}

} // namespace app::inspector
