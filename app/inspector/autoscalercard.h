// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/autoscaling.h>

#include <QFrame>
#include <QTimer>

#include <optional>

class QCheckBox;
class QSpinBox;

namespace app::inspector {

// Whether a unit follows its load by itself: a switch and, once it is on, how busy its workers are to be and
// between how many instances. Asks for changes by a signal; shows what is in force. GUI thread.
class AutoscalerCard : public QFrame
{
    Q_OBJECT
public:
    explicit AutoscalerCard(QWidget *parent = nullptr);

    // What is in force, nothing: it is off. Not while somebody turns a setting.
    void show(const std::optional<model::operation::Autoscaling> &inForce);
    void forget(); // what was turned and not yet asked for: another unit is meant from now on

Q_SIGNALS:
    void wanted(const std::optional<model::operation::Autoscaling> &settings);

private:
    QSpinBox *addSetting(const QString &name, int row);
    void turned();
    std::optional<model::operation::Autoscaling> settings() const;

    QCheckBox *m_switch;
    QWidget *m_body;
    QSpinBox *m_target;
    QSpinBox *m_fewest;
    QSpinBox *m_most;
    model::operation::Autoscaling m_rest; // what cannot be set here
    QTimer m_settle; // a setting that is being turned asks once, when it rests
};

} // namespace app::inspector
