// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capacityforecast.h"

#include <app/style/theme.h>
#include <services/platform/snapshot.h>

#include <QWidget>

#include <optional>

class QLabel;

namespace app::charts {

class CapacityCard;

// Load against latency of each fleet, side by side: predicted curves and measured points. GUI thread.
class CapacityPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CapacityPanel(const QStringList &fleetTitles, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    // Nothing: it is being predicted anew. The points so far are of another configuration.
    void expect(int fleet, const std::optional<CapacityForecast> &forecast);
    void add(int fleet, const CapacityMeasurement &measurement);
    void show(const services::platform::Snapshot &snapshot);

private:
    CapacityCard *card(int fleet) const { return m_cards[static_cast<size_t>(fleet)]; }

    std::vector<CapacityCard *> m_cards;
    QLabel *m_legend;
};

} // namespace app::charts
