// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "liveshop.h"

#include <app/inspector/line.h>
#include <app/inspector/policyrows.h>

#include <QObject>

class QAction;

namespace app::shell {

class Actions;

// Each policy of each call, switched on and off as an act of the registry: for one call, for all that a
// capability calls, for one unit, and for all. On means with its presets, or as it was. Made when the acts
// are listed for the first time. Belongs to the window. GUI thread.
class PolicyActs : public QObject
{
    Q_OBJECT
public:
    PolicyActs(LiveShop &shop, Actions &registry, QObject *parent);

    // What is in force is checked when the acts are listed next.
    void show(const services::platform::Snapshot &snapshot);

Q_SIGNALS:
    void lineWanted(const app::inspector::Line &line); // all its settings, to be seen

private:
    using Calls = std::vector<model::operation::CallKey>;
    struct Act
    {
        int fleet = 0;
        size_t row = 0; // of the policies
        Calls calls; // whose it is; of a unit: one to each of its capabilities
        bool isForAll = false; // that there will ever be
        QAction *action = nullptr;
    };
    void enterAll();
    void enterFleet(int fleet);
    void enterLines(int fleet, const model::system::Capability &caller);
    void enter(int fleet, bool isOfUnit, const QString &whose, const Calls &calls, bool isForAll = false);
    bool isOn(const Act &act) const;
    void set(const Act &act, bool on);
    void change(int fleet, const model::operation::PolicyChange &change);
    inspector::Protection protectionOf(int fleet, const model::operation::CallKey &call) const;
    const model::packaging::Packaging &packaging(int fleet) const;

    LiveShop &m_shop;
    Actions &m_registry;
    std::vector<inspector::PolicyRow> m_rows;
    std::vector<model::operation::PolicyBook> m_books; // in force, by fleet
    std::vector<Act> m_acts;
};

} // namespace app::shell
