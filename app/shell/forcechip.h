// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>
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
    ForceChip(const model::system::System &system,
              const std::vector<model::packaging::Packaging> &packagings,
              QWidget *parent = nullptr);

    void show(const services::platform::Snapshot &snapshot);
    // Undoing each that is in force now, for the palette.
    void enterInto(Actions &registry, const QString &group) const;

Q_SIGNALS:
    void undoWanted(const model::operation::Fault &fault);
    void undoAllWanted();

private:
    struct InForce
    {
        model::operation::Fault fault;
        std::vector<size_t> fleets; // in which it is

        bool operator==(const InForce &) const = default;
    };
    std::vector<InForce> faultsOf(const services::platform::Snapshot &snapshot) const;
    QString words(const InForce &inForce) const;
    void fillMenu();

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    std::vector<InForce> m_faults; // each once, though it may be in force in several fleets
};

} // namespace app::shell
