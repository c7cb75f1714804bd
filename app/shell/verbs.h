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

    // All of them into the registry, after what is there already.
    void enterAll();
    // What can be done depends on what runs.
    void show(const services::platform::Snapshot &snapshot);
    void fillBreakMenu(QMenu &menu);
    // The menu of one unit, or of a module in it; the actions of the registry with these names come last.
    void offer(const inspector::Subject &subject, const QPoint &position, const QStringList &more);
    // The same of what nothing can be broken of.
    void offerOnly(const QString &title, const QPoint &position, const QStringList &acts);
    // The few that are wanted most, for the bar on the node; null: a line between. The last one has a menu of
    // those whom the subject can be cut off from, if there are any.
    std::vector<QAction *> barOf(const inspector::Subject &subject);

Q_SIGNALS:
    void faultPondered(const std::optional<model::operation::Fault> &fault); // nothing: no more
    void requestWanted(const app::inspector::Subject &subject);

private:
    using Whom = std::pair<int, model::system::UnitId>; // which fleet's unit

    struct Chances
    {
        bool crash = true;
        bool restart = true;
        int instances = 1;
        std::optional<model::operation::Autoscaling> autoscaling = {};
    };
    struct Offer
    {
        model::operation::Fault fault;
        QAction *action;
    };
    // What can be done to one module of a unit of several, without the others.
    struct Module
    {
        model::system::CapabilityId capability;
        std::vector<Offer> faults = {};
        QAction *request = nullptr;
    };
    struct Doings
    {
        Whom whom;
        std::vector<Offer> faults;
        std::vector<Module> modules;
        QAction *restart = nullptr;
        QAction *more = nullptr;
        QAction *fewer = nullptr;
        QAction *autoscaler = nullptr;
        QAction *request = nullptr;
        QMenu *cutOff = nullptr;
    };
    // The subject's; null: it is the whole unit.
    static const Module *moduleOf(const Doings &doings, const inspector::Subject &subject);
    Doings &doingsOf(int fleet, const model::packaging::Unit &unit);
    void makeAll();
    void makeFaults(Doings &doings);
    void makeModules(Doings &doings, const model::packaging::Unit &unit);
    void makeActs(Doings &doings);
    Offer makeFault(const inspector::Subject &subject, const model::operation::Fault &fault);
    QAction *makeAct(const inspector::Subject &subject,
                     const QString &name,
                     const QString &words,
                     std::function<void()> run);
    QAction *makeRequest(const inspector::Subject &subject);
    void addFaults(QMenu &menu, const inspector::Subject &subject);
    void refresh(const Doings &doings) const;
    void refresh(const Whom &whom, const Offer &offer) const;
    std::optional<model::operation::Fault> inForce(int fleet, const model::operation::Fault &fault) const;
    QString titleOf(const inspector::Subject &subject) const; // of the module or the unit
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
