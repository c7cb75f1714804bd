// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/faulttable.h>

#include <QWidget>

class QSlider;
class QSpinBox;

namespace app::inspector {

// One setting of a fault: its name, a slider over its range (by equal ratios where the range is wide) and
// the number with its unit. GUI thread.
class SettingField : public QWidget
{
    Q_OBJECT
public:
    explicit SettingField(const model::operation::FaultSettingRange &range, QWidget *parent = nullptr);

    model::operation::FaultSetting setting() const { return m_range.setting; }
    double value() const; // in the setting's own unit
    void setValue(double value);

Q_SIGNALS:
    void changed();

private:
    double atPosition(int position) const;
    int positionOf(double shown) const;

    model::operation::FaultSettingRange m_range;
    double m_scale; // what one shown unit is in the setting's own
    QSlider *m_slider;
    QSpinBox *m_number;
};

} // namespace app::inspector
