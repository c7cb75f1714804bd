// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QToolButton>

namespace app::shell {

class Actions;

// How many faults are in force, wherever they were done, and a menu to undo each or all; hidden while there
// are none. GUI thread.
class ForceChip : public QToolButton
{
    Q_OBJECT
public:
    explicit ForceChip(QWidget *parent = nullptr);

    void show(const services::platform::Snapshot &snapshot);
    // Undoing each that is in force now, for the palette.
    void enterInto(Actions &registry, const QString &group) const;

Q_SIGNALS:
    void undoWanted(const model::operation::Fault &fault);
    void undoAllWanted();

private:
    void fillMenu();

    std::vector<model::operation::Fault> m_faults; // each once, though it may be in force in several fleets
};

} // namespace app::shell
