// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacitypanel.h"

#include "capacitycard.h"

#include <app/style/label.h>

#include <QGridLayout>
#include <QLabel>

namespace app::charts {

using namespace Qt::StringLiterals;
using style::Role;

CapacityPanel::CapacityPanel(const QStringList &fleetTitles, QWidget *parent)
    : QWidget(parent)
    , m_legend(style::label(tr("Response time of a journey   ━ mean   ┈ p95   ╌ mean with one more of the "
                               "bottleneck: predicted "
                               "  ● mean   ◆ p95: measured from the intended start"),
                            "subtle"))
{
    m_legend->setWordWrap(false);
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 10, 4);
    column->setSpacing(4);
    column->addWidget(m_legend);
    auto *row = new QHBoxLayout;
    row->setSpacing(18);
    column->addLayout(row, 1);
    for (int fleet = 0; fleet < fleetTitles.size(); ++fleet) {
        m_cards.push_back(
            new CapacityCard(fleetTitles[fleet], fleet == 0 ? Role::Monolith : Role::Microservices));
        row->addWidget(m_cards.back(), 1);
    }
    setMinimumHeight(110);
}

void CapacityPanel::setTheme(const style::Theme &theme)
{
    for (auto *card : m_cards)
        card->setTheme(theme);
}

void CapacityPanel::setFleetVisible(int fleet, bool visible)
{
    card(fleet)->setVisible(visible);
}

void CapacityPanel::expect(int fleet, const std::optional<CapacityForecast> &forecast)
{
    card(fleet)->expect(forecast);
}

void CapacityPanel::add(int fleet, const CapacityMeasurement &measurement)
{
    card(fleet)->add(measurement);
}

void CapacityPanel::show(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(m_cards.size(), snapshot.fleets.size()); ++fleet)
        m_cards[fleet]->show(snapshot.fleets[fleet], snapshot.shoppersPerSecond);
}

} // namespace app::charts
