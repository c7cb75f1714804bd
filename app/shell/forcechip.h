// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QToolButton>

namespace app::shell {

// How many faults are in force, wherever they were done, and a menu to undo each or all; hidden while there
// are none. GUI thread.
class ForceChip : public QToolButton
{
    Q_OBJECT
public:
    explicit ForceChip(QWidget *parent = nullptr);

    void show(const services::platform::Snapshot &snapshot);

Q_SIGNALS:
    void undoWanted(const model::operation::Fault &fault);
    void undoAllWanted();

private:
    void fillMenu();

    std::vector<model::operation::Fault> m_faults; // each once, though it may be in force in several fleets
};

} // namespace app::shell
