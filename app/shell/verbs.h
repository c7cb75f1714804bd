// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "liveshop.h"

#include <app/inspector/subject.h>

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

    void fillBreakMenu(QMenu &menu);
    // The menu of one unit, or of a module in it.
    void offer(const inspector::Subject &subject, const QPoint &position);

Q_SIGNALS:
    void crashPondered(int fleet, const model::system::UnitId &unit, bool pondered);
    void requestWanted(const app::inspector::Subject &subject);

private:
    services::platform::Place place(const inspector::Subject &subject) const;
    const model::packaging::Packaging &packaging(int fleet) const;

    LiveShop &m_shop;
    QWidget *m_window;
};

} // namespace app::shell
