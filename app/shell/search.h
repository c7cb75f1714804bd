// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "things.h"

#include <app/style/theme.h>

#include <QObject>

#include <optional>

class QWidget;

namespace app::shell {

class Actions;
class Finder;

// What can be looked for in the window: all acts (Ctrl+K), which it has done, and the things of the system
// (Ctrl+F), whose choice it tells. Belongs to the window. GUI thread.
class Search : public QObject
{
    Q_OBJECT
public:
    Search(QWidget &window, Actions &actions, const model::system::System &system);

    void setTheme(const style::Theme &theme);
    void findAct();
    void findThing();

Q_SIGNALS:
    void opened();
    // Nothing: an act, which says itself what it would do, or no more.
    void pointedAt(const std::optional<app::shell::Thing> &thing);
    void chosen(const app::shell::Thing &thing);

private:
    Actions &m_actions;
    std::vector<Thing> m_things;
    Finder *m_finder;
};

} // namespace app::shell
