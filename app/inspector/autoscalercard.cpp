// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "autoscalercard.h"

#include "unittotals.h"

#include <app/style/label.h>

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <cmath>

namespace app::inspector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::operation::Autoscaling;

AutoscalerCard::AutoscalerCard(QWidget *parent)
    : QFrame(parent)
    , m_switch(new QCheckBox(tr("Autoscaler")))
    , m_body(new QWidget)
{
    m_switch->setObjectName(u"autoscaler"_s);
    const QString words
        = tr("Starts and ends instances so that their workers are about as busy as the target says.");
    m_switch->setToolTip(style::tip(words));
    m_switch->setAccessibleDescription(words);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(22, 0, 0, 0);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    m_target = addSetting(tr("Workers busy"), 0);
    m_fewest = addSetting(tr("Instances, at least"), 1);
    m_most = addSetting(tr("Instances, at most"), 2);
    m_target->setRange(10, 95);
    m_target->setSingleStep(5);
    m_target->setSuffix(tr(" %"));
    m_fewest->setRange(1, mostInstances);
    m_most->setRange(1, mostInstances);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_switch);
    column->addWidget(m_body);
    m_settle.setSingleShot(true);
    m_settle.setInterval(250ms);
    connect(&m_settle, &QTimer::timeout, this, [this] { Q_EMIT wanted(settings()); });
    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) {
        m_settle.stop();
        m_body->setVisible(on);
        Q_EMIT wanted(settings());
    });
    connect(m_fewest, &QSpinBox::valueChanged, m_most,
            [this](int fewest) { m_most->setValue(std::max(fewest, m_most->value())); });
    connect(m_most, &QSpinBox::valueChanged, m_fewest,
            [this](int most) { m_fewest->setValue(std::min(most, m_fewest->value())); });
    for (auto *box : {m_target, m_fewest, m_most})
        connect(box, &QSpinBox::valueChanged, this, &AutoscalerCard::turned);
    show(Autoscaling());
    show(std::nullopt);
}

QSpinBox *AutoscalerCard::addSetting(const QString &name, int row)
{
    auto *box = new QSpinBox;
    box->setAccessibleName(tr("Autoscaler: %1").arg(name));
    auto *grid = static_cast<QGridLayout *>(m_body->layout());
    grid->addWidget(style::label(name, "subtle"), row, 0);
    grid->addWidget(box, row, 1);
    return box;
}

void AutoscalerCard::turned()
{
    if (m_switch->isChecked())
        m_settle.start();
}

void AutoscalerCard::forget()
{
    m_settle.stop();
}

std::optional<Autoscaling> AutoscalerCard::settings() const
{
    if (!m_switch->isChecked())
        return {};
    auto settings = m_rest;
    settings.target = m_target->value() / 100.0;
    settings.fewest = m_fewest->value();
    settings.most = m_most->value();
    return settings;
}

void AutoscalerCard::show(const std::optional<Autoscaling> &inForce)
{
    if (m_settle.isActive())
        return;
    m_switch->setChecked(inForce.has_value());
    m_body->setVisible(inForce.has_value());
    if (!inForce.has_value())
        return; // they keep what was set before
    m_rest = *inForce;
    const QSignalBlocker quiet[]{QSignalBlocker(m_target), QSignalBlocker(m_fewest), QSignalBlocker(m_most)};
    m_target->setValue(static_cast<int>(std::lround(100 * inForce->target)));
    m_fewest->setValue(inForce->fewest);
    m_most->setValue(inForce->most);
}

} // namespace app::inspector
