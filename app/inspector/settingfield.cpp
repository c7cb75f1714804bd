// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingfield.h"

#include <app/style/label.h>
#include <app/wording/faults.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::operation::FaultSetting;

namespace {

constexpr int positions = 200;
constexpr double wide = 50; // from this ratio on equal steps would waste half of the slider

// Shares are shown in percent, wrong clocks in hours, narrow lines in bytes.
double scaleOf(FaultSetting setting)
{
    switch (setting) {
    case FaultSetting::Share:
        return 0.01;
    case FaultSetting::KilobytesPerSecond:
        return 0.001;
    case FaultSetting::SkewSeconds:
        return 3600;
    default:
        return 1;
    }
}

QString suffixOf(FaultSetting setting)
{
    switch (setting) {
    case FaultSetting::Share:
        return u" %"_s;
    case FaultSetting::KilobytesPerSecond:
        return u" B/s"_s;
    case FaultSetting::SkewSeconds:
        return u" h"_s;
    case FaultSetting::Factor:
        return u" ×"_s;
    default:
        const QString unit = QString::fromLatin1(model::operation::unit(setting));
        return unit.isEmpty() ? unit : u' ' + unit;
    }
}

} // namespace

SettingField::SettingField(const model::operation::FaultSettingRange &range, QWidget *parent)
    : QWidget(parent)
    , m_range(range)
    , m_scale(scaleOf(range.setting))
    , m_slider(new QSlider(Qt::Horizontal))
    , m_number(new QSpinBox)
{
    const QString name = wording::name(range.setting);
    m_number->setRange(static_cast<int>(std::ceil(range.minimum / m_scale - 1e-9)),
                       static_cast<int>(std::floor(range.maximum / m_scale + 1e-9)));
    m_number->setSuffix(suffixOf(range.setting));
    m_number->setAccessibleName(name);
    m_slider->setRange(0, positions);
    m_slider->setPageStep(positions / 10);
    m_slider->setAccessibleName(tr("%1, slider").arg(name));
    auto *row = new QHBoxLayout;
    auto *words = style::label(name, "subtle");
    words->setWordWrap(false);
    row->addWidget(words, 1);
    row->addWidget(m_number);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_slider);
    connect(m_number, &QSpinBox::valueChanged, this, [this](int number) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(positionOf(number));
        Q_EMIT changed();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        m_number->setValue(static_cast<int>(std::lround(atPosition(position))));
    });
    setValue(range.preset);
}

double SettingField::atPosition(int position) const
{
    const double share = static_cast<double>(position) / positions;
    const double lowest = m_number->minimum();
    const double highest = m_number->maximum();
    if (lowest > 0 && highest / lowest >= wide) {
        const double value = lowest * std::pow(highest / lowest, share);
        const double step = std::pow(10, std::floor(std::log10(value)) - 1); // two digits are enough
        return position == positions ? highest : std::max(lowest, std::round(value / step) * step);
    }
    return lowest + (highest - lowest) * share;
}

int SettingField::positionOf(double shown) const
{
    const double lowest = m_number->minimum();
    const double highest = m_number->maximum();
    const double share = lowest > 0 && highest / lowest >= wide
        ? std::log(shown / lowest) / std::log(highest / lowest)
        : (shown - lowest) / (highest - lowest);
    return static_cast<int>(std::lround(positions * share));
}

double SettingField::value() const
{
    return std::clamp(m_number->value() * m_scale, m_range.minimum, m_range.maximum);
}

void SettingField::setValue(double value)
{
    m_number->setValue(static_cast<int>(std::lround(value / m_scale)));
}

} // namespace app::inspector
