// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tracefilter.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace app::traces {

// Where a person says which traces to see. GUI thread.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const model::system::System &system,
              const std::vector<model::packaging::Packaging> &packagings,
              QWidget *parent = nullptr);

    const TraceFilter &filter() const { return m_filter; }
    void setDuration(const std::optional<TraceFilter::Range> &duration);
    void setJourney(const model::system::JourneyId &journey);
    void setFleetVisible(int fleet, bool visible);
    void showCount(int shown, int all);

Q_SIGNALS:
    void changed();

private:
    QComboBox *box(const QString &name);
    void read();

    std::vector<model::packaging::Packaging> m_packagings;
    std::vector<bool> m_visible; // fleets
    QComboBox *m_shape;
    QComboBox *m_journey;
    QComboBox *m_result;
    QComboBox *m_through;
    QCheckBox *m_touched;
    QLabel *m_count;
    TraceFilter m_filter;
};

} // namespace app::traces
