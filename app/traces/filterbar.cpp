// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterbar.h"

#include <app/style/label.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace app::traces {

namespace {

constexpr int shownAtOnce = 14; // of a list, without scrolling
constexpr int narrowest = 84; // of a box, in a small window

} // namespace

FilterBar::FilterBar(const model::system::System &system,
                     const std::vector<model::packaging::Packaging> &packagings,
                     QWidget *parent)
    : QWidget(parent)
    , m_packagings(packagings)
    , m_visible(packagings.size(), true)
    , m_shape(box(tr("Shape")))
    , m_journey(box(tr("What the customer wanted")))
    , m_result(box(tr("Result")))
    , m_through(box(tr("Passed through")))
    , m_touched(new QCheckBox(tr("Hit by a fault")))
    , m_count(style::label({}, "small"))
{
    m_shape->addItem(tr("Both shapes"), QString());
    for (const auto &packaging : packagings)
        m_shape->addItem(packaging.title, packaging.id.value);
    m_journey->addItem(tr("Any journey"), QString());
    for (const auto &journey : system.journeys)
        m_journey->addItem(journey.title, journey.id.value);
    m_result->addItem(tr("Any result"), static_cast<int>(TraceFilter::Result::Any));
    m_result->addItem(tr("✓ Served"), static_cast<int>(TraceFilter::Result::Served));
    m_result->addItem(tr("◐ Degraded"), static_cast<int>(TraceFilter::Result::Degraded));
    m_result->addItem(tr("✕ Failed"), static_cast<int>(TraceFilter::Result::Failed));
    m_through->addItem(tr("Through anything"), QString());
    for (const auto &capability : system.capabilities)
        m_through->addItem(capability.title, capability.id.value);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (auto *each : {m_shape, m_journey, m_result, m_through}) {
        connect(each, &QComboBox::currentIndexChanged, this, &FilterBar::read);
        row->addWidget(each);
    }
    row->addWidget(m_touched);
    row->addWidget(m_count, 1);
    m_count->setWordWrap(false);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_touched, &QCheckBox::toggled, this, &FilterBar::read);
    m_touched->setToolTip(
        style::tip(tr("Only requests which an injected fault has slowed, failed or cut off")));
    read();
}

QComboBox *FilterBar::box(const QString &name)
{
    auto *made = new QComboBox;
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setMaxVisibleItems(shownAtOnce);
    made->setMinimumWidth(narrowest);
    made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return made;
}

void FilterBar::read()
{
    TraceFilter filter;
    filter.duration = m_filter.duration;
    filter.journey = {m_journey->currentData().toString()};
    filter.result = static_cast<TraceFilter::Result>(m_result->currentData().toInt());
    filter.through = {m_through->currentData().toString()};
    filter.isTouched = m_touched->isChecked();
    const auto shape = m_shape->currentData().toString();
    for (size_t fleet = 0; fleet < m_packagings.size(); ++fleet) {
        if (shape.isEmpty() ? m_visible[fleet] : m_packagings[fleet].id.value == shape)
            filter.fleets.push_back(m_packagings[fleet].id);
    }
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT changed();
}

void FilterBar::setDuration(const std::optional<TraceFilter::Range> &duration)
{
    if (m_filter.duration == duration)
        return;
    m_filter.duration = duration;
    Q_EMIT changed();
}

void FilterBar::setJourney(const model::system::JourneyId &journey)
{
    m_journey->setCurrentIndex(std::max(0, m_journey->findData(journey.value)));
}

void FilterBar::setFleetVisible(int fleet, bool visible)
{
    m_visible[static_cast<size_t>(fleet)] = visible;
    read();
}

void FilterBar::showCount(int shown, int all)
{
    m_count->setText(tr("%1 of %2 kept").arg(shown).arg(all));
    m_count->setToolTip(
        style::tip(tr("Of each journey one request every two seconds is kept, evenly, and all that "
                      "fail; of what is older every second one is forgotten in turn.")));
}

} // namespace app::traces
