// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "policyrows.h"

#include <QFrame>
#include <QTimer>

class QCheckBox;
class QLabel;
class QToolButton;

namespace app::inspector {

// One policy of a call: a switch, and below it, once unfolded, its settings. Asks for changes by a signal;
// shows what is in force. GUI thread.
class PolicyCard : public QFrame
{
    Q_OBJECT
public:
    explicit PolicyCard(PolicyRow row, QWidget *parent = nullptr);

    // What is in force; not while somebody turns a setting.
    void show(const Protection &protection);
    // What is set here, of this policy alone.
    void applyTo(Protection &protection) const;
    bool isOfUnit() const { return m_row.isOfUnit; }

Q_SIGNALS:
    void changed();

private:
    QWidget *editorOf(const PolicyField &field);
    void setOpen(bool open);
    void summarise();

    PolicyRow m_row;
    QCheckBox *m_switch;
    QLabel *m_summary;
    QToolButton *m_fold;
    QWidget *m_body;
    struct Setting
    {
        PolicyField field;
        std::function<int()> value;
        std::function<void(int)> setValue;
        QWidget *editor;
    };
    std::vector<Setting> m_settings;
    QTimer m_settle; // a setting that is being turned asks once, when it rests
};

} // namespace app::inspector
