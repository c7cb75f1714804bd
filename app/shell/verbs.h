// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "liveshop.h"

#include <app/inspector/faultoffers.h>

#include <QAction>
#include <QHash>
#include <QPointer>

#include <functional>
#include <map>

class QMenu;
class QWidget;

namespace app::shell {

class Actions;

// What can be done to each unit and module, each of it one action: on the node's menu and its bar, under
// "Break something", and in the palette. What is in force is checked; choosing it again undoes it. Pointing
// at a fault says so first, for the prediction. Belongs to the window. GUI thread.
class Verbs : public QObject
{
    Q_OBJECT
public:
    Verbs(LiveShop &shop, Actions &actions, QWidget *window);

    // What can be done depends on what runs.
    void show(const services::platform::Snapshot &snapshot);
    void fillBreakMenu(QMenu &menu);
    // The menu of one unit, or of a module in it; the actions of the registry with these names come last.
    void offer(const inspector::Subject &subject, const QPoint &position, const QStringList &more);
    // The few that are wanted most, for the bar on the node; null: a line between. The last one has a menu of
    // those whom the subject can be cut off from, if there are any.
    std::vector<QAction *> barOf(const inspector::Subject &subject);

Q_SIGNALS:
    void faultPondered(const std::optional<model::operation::Fault> &fault); // nothing: no more
    void requestWanted(const app::inspector::Subject &subject);
    void rankingWanted(); // what breaks first

private:
    using Whom = std::pair<int, model::system::UnitId>; // which fleet's unit

    struct Chances
    {
        bool crash = true;
        bool restart = true;
        int instances = 1;
    };
    struct Offer
    {
        model::operation::Fault fault;
        QAction *action;
    };
    // What can be done to a unit, or, of faults that take one module only, to that.
    struct Doings
    {
        Whom whom;
        std::vector<Offer> faults;
        std::vector<std::pair<model::system::CapabilityId, std::vector<Offer>>>
            modules; // of a unit of several
        QAction *restart = nullptr;
        QAction *more = nullptr;
        QAction *fewer = nullptr;
        QAction *request = nullptr;
        QMenu *cutOff = nullptr;
    };
    // Of the subject's module; null: it is none.
    static const std::vector<Offer> *moduleOf(const Doings &doings, const inspector::Subject &subject);
    Doings &doingsOf(int fleet, const model::packaging::Unit &unit);
    void enterEverything();
    void makeFaults(Doings &doings, const model::packaging::Unit &unit);
    void makeActs(Doings &doings, const model::packaging::Unit &unit);
    Offer makeFault(const inspector::Subject &subject, const model::operation::Fault &fault);
    QAction *makeAct(const Whom &whom, const QString &name, const QString &words, std::function<void()> run);
    void addFaults(QMenu &menu, const inspector::Subject &subject);
    QAction *addVerb(QMenu &menu, const QString &words);
    void refresh(const Doings &doings) const;
    void refresh(const Whom &whom, const Offer &offer) const;
    std::optional<model::operation::Fault> inForce(int fleet, const model::operation::Fault &fault) const;
    QString titleOf(const model::system::CapabilityId &capability) const;
    services::platform::Place place(const Whom &whom) const;
    const model::packaging::Packaging &packaging(int fleet) const;

    LiveShop &m_shop;
    Actions &m_actions;
    QWidget *m_window;
    QHash<Whom, Chances> m_chances; // absent: not known yet
    std::vector<std::vector<model::operation::Fault>> m_faults; // in force, by fleet
    std::map<std::pair<int, QString>, Doings>
        m_doings; // by fleet and unit; those there has been a reason to make
};

} // namespace app::shell
