// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policycard.h"

#include <app/style/label.h>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

namespace app::inspector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using style::label;

PolicyCard::PolicyCard(PolicyRow row, QWidget *parent)
    : QFrame(parent)
    , m_row(std::move(row))
    , m_switch(new QCheckBox(m_row.title))
    , m_summary(label({}, "subtle"))
    , m_fold(new QToolButton)
    , m_body(new QWidget)
{
    m_switch->setToolTip(style::tip(m_row.plainWords));
    m_switch->setAccessibleDescription(m_row.plainWords);
    m_summary->setWordWrap(false);
    m_fold->setProperty("kind", u"fold"_s);
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setAccessibleName(tr("%1: settings").arg(m_row.title));
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_switch, 1);
    head->addWidget(m_summary);
    head->addWidget(m_fold);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(22, 0, 0, 8);
    grid->setVerticalSpacing(5);
    grid->addWidget(label(m_row.plainWords, "subtle"), 0, 0, 1, 2);
    for (const auto &field : m_row.fields) {
        const int line = grid->rowCount();
        auto *editor = editorOf(field);
        editor->setAccessibleName(u"%1: %2"_s.arg(m_row.title, field.name));
        if (field.isSwitch || !field.choices.isEmpty()) {
            grid->addWidget(editor, line, 0, 1, 2);
            continue;
        }
        grid->addWidget(label(field.name, "subtle"), line, 0);
        grid->addWidget(editor, line, 1);
    }
    grid->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_body);
    m_settle.setSingleShot(true);
    m_settle.setInterval(250ms);
    connect(&m_settle, &QTimer::timeout, this, &PolicyCard::changed);
    connect(m_fold, &QToolButton::toggled, this, &PolicyCard::setOpen);
    connect(m_switch, &QCheckBox::clicked, this, [this] {
        summarise();
        Q_EMIT changed();
    });
    for (const auto &setting : m_settings)
        setting.setValue(setting.field.read({}));
    setOpen(false);
}

QWidget *PolicyCard::editorOf(const PolicyField &field)
{
    const auto turned = [this] {
        summarise();
        if (m_switch->isChecked())
            m_settle.start();
    };
    if (field.isSwitch) {
        auto *box = new QCheckBox(field.name);
        connect(box, &QCheckBox::toggled, this, turned);
        m_settings.push_back({field, [box] { return box->isChecked() ? 1 : 0; },
                              [box](int value) { box->setChecked(value != 0); }, box});
        return box;
    }
    if (!field.choices.isEmpty()) {
        auto *box = new QComboBox;
        for (const auto &choice : field.choices)
            box->addItem(tr("%1: %2").arg(field.name, choice));
        box->setMinimumContentsLength(10);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, turned);
        m_settings.push_back({field, [box] { return box->currentIndex(); },
                              [box](int value) { box->setCurrentIndex(value); }, box});
        return box;
    }
    auto *box = new QSpinBox;
    box->setRange(field.minimum, field.maximum);
    box->setSuffix(field.suffix);
    box->setStepType(QSpinBox::AdaptiveDecimalStepType);
    connect(box, &QSpinBox::valueChanged, this, turned);
    m_settings.push_back(
        {field, [box] { return box->value(); }, [box](int value) { box->setValue(value); }, box});
    return box;
}

void PolicyCard::setOpen(bool open)
{
    m_body->setVisible(open);
    m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
}

void PolicyCard::summarise()
{
    const bool isOn = m_switch->isChecked();
    m_summary->setText(isOn && !m_settings.empty() && !m_row.summary.isEmpty()
                           ? m_row.summary.arg(m_settings.front().value())
                           : QString());
}

void PolicyCard::show(const Protection &protection)
{
    if (m_settle.isActive())
        return;
    const bool isOn = m_row.isOn(protection);
    m_switch->setChecked(isOn);
    for (const auto &setting : m_settings) {
        const QSignalBlocker quiet(setting.editor);
        if (isOn) // else they keep what was set before
            setting.setValue(setting.field.read(protection));
    }
    summarise();
}

void PolicyCard::applyTo(Protection &protection) const
{
    m_row.set(protection, m_switch->isChecked());
    for (const auto &setting : m_settings)
        setting.field.write(protection, setting.value());
}

} // namespace app::inspector
