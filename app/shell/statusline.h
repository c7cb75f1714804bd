// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>
#include <services/platform/snapshot.h>

#include <QTimer>
#include <QWidget>

class QLabel;

namespace app::shell {

// The line below everything: what runs, measured, and for some seconds what a person's wish has come to,
// which asks for nothing. When it is brief, it is there only while it says that. GUI thread.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(const model::system::System &system, QWidget *parent = nullptr);

    void show(const services::platform::Snapshot &snapshot);
    // That something is done.
    void say(const QString &words);
    // That something cannot be done yet: what has to be done before.
    void ask(const QString &words);
    // For a room full of people.
    void setBrief(bool isBrief);

private:
    void put(const QString &sign, const QString &words);
    void comeOrGo();
    void showMachine(const services::platform::Snapshot &snapshot);

    model::system::System m_system;
    QLabel *m_life;
    QLabel *m_size;
    QLabel *m_broker;
    QLabel *m_said;
    QTimer m_saying;
    QLabel *m_machine; // that it does not keep up
    bool m_isBrief = false;
};

} // namespace app::shell
