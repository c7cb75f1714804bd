// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "liveshop.h"

#include <app/inspector/subject.h>

#include <QHash>

class QAction;
class QMenu;
class QWidget;

namespace app::shell {

// What can be done to a unit, as menus: on its node and under "Break something". Pointing at a verb that
// kills says so first, for the prediction. Belongs to the window. GUI thread.
class Verbs : public QObject
{
    Q_OBJECT
public:
    Verbs(LiveShop &shop, QWidget *window);

    // What can be done depends on what runs.
    void show(const services::platform::Snapshot &snapshot);
    void fillBreakMenu(QMenu &menu);
    // The menu of one unit, or of a module in it.
    void offer(const inspector::Subject &subject, const QPoint &position);

Q_SIGNALS:
    void crashPondered(int fleet, const model::system::UnitId &unit, bool pondered);
    void requestWanted(const app::inspector::Subject &subject);

private:
    struct Chances
    {
        bool crash = true;
        bool restart = true;
    };
    using Whom = std::pair<int, model::system::UnitId>; // which fleet's unit

    services::platform::Place place(const inspector::Subject &subject) const;
    const model::packaging::Packaging &packaging(int fleet) const;

    LiveShop &m_shop;
    QWidget *m_window;
    QHash<Whom, Chances> m_chances; // absent: not known yet
    std::vector<std::pair<Whom, QAction *>> m_crashes; // under "Break something"
};

} // namespace app::shell
