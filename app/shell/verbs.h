// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "liveshop.h"

#include <app/inspector/faultoffers.h>

#include <QAction>
#include <QHash>
#include <QPointer>

class QMenu;
class QWidget;

namespace app::shell {

// What can be done to a unit, as menus: on its node and under "Break something". What is in force is checked;
// choosing it again undoes it. Pointing at a fault says so first, for the prediction. Belongs to the window.
// GUI thread.
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
    void faultPondered(const std::optional<model::operation::Fault> &fault); // nothing: no more
    void requestWanted(const app::inspector::Subject &subject);
    void rankingWanted(); // what breaks first

private:
    struct Chances
    {
        bool crash = true;
        bool restart = true;
    };
    using Whom = std::pair<int, model::system::UnitId>; // which fleet's unit

    struct Offer
    {
        int fleet;
        model::operation::Fault fault;
        bool isCrash; // which needs somebody who runs
        Whom whom;
        QPointer<QAction> action;
    };
    // The usual faults of a subject, and below them those of the modules in it.
    void addFaults(QMenu &menu, const inspector::Subject &subject);
    void addFault(QMenu &menu, const inspector::Subject &subject, const model::operation::Fault &fault);
    QAction *addVerb(QMenu &menu, const QString &words);
    void refresh(const Offer &offer) const;
    std::optional<model::operation::Fault> inForce(const Offer &offer) const;
    QString titleOf(const model::system::CapabilityId &capability) const;
    services::platform::Place place(const inspector::Subject &subject) const;
    const model::packaging::Packaging &packaging(int fleet) const;

    LiveShop &m_shop;
    QWidget *m_window;
    QHash<Whom, Chances> m_chances; // absent: not known yet
    std::vector<std::vector<model::operation::Fault>> m_faults; // in force, by fleet
    std::vector<Offer> m_offers; // of the menus there are
};

} // namespace app::shell
