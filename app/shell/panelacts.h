// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QTabBar;
class QWidget;

namespace app::shell {

class Actions;

// Everything that the panels offer, as acts of the registry: what can be pressed, switched or chosen in them
// is done from anywhere (its page comes to the front), and to what is written or slid the keyboard is led.
// Read off the controls themselves whenever the acts are listed, so that no panel can have one that is not
// there. What is hidden is not offered, unless only by another tab. Belongs to the window. GUI thread.
class PanelActs : public QObject
{
    Q_OBJECT
public:
    PanelActs(Actions &registry, QObject *parent);

    // `title` says in the list whose the acts are. One without a name of its own is known by its class and
    // the how-manieth of it this is. A control whose property "harms" is true makes a harmful act.
    void addPanel(QWidget &panel, const QString &title);

private:
    void enterAll();
    void enterControl(QWidget &control);
    void enterTabs(QTabBar &bar);
    // Of a control, whose page comes to the front first. The name becomes a part of the id.
    QAction *enter(QWidget &control, const QString &name, std::function<void()> run);

    Actions &m_registry;
    struct Panel
    {
        QWidget *widget = nullptr;
        QString title;
        QString key; // in the ids of its acts: no other panel has it
    };
    // No other act has it.
    QString idOf(const QString &name) const;

    std::vector<Panel> m_panels;
    Panel m_panel; // whose are entered now
    QHash<QString, int> m_times; // how many of it have a name
    std::vector<QAction *> m_acts; // as they were listed last
};

// Whether a person can come to it by choosing tabs; it may be visible already.
bool canBeShown(const QWidget &control);
// Chooses these tabs.
void bringToFront(QWidget &control);

} // namespace app::shell
