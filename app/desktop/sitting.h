// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wish.h"

#include <app/session/language.h>
#include <app/session/settingsfile.h>
#include <app/session/workspacefile.h>
#include <app/style/appearance.h>
#include <model/system/system.h>

class QApplication;

namespace app::shell {
class MainWindow;
}

namespace app::desktop {

// The system of the file, or the shop when none is named; nothing: the faults say, line by line, why it
// cannot be opened.
std::optional<model::system::System> systemOf(const QString &file, QStringList &faults);

// From the start of the program to its end: one window after another, each with a system, as people open
// other files; and what is remembered from one to the next. GUI thread.
class Sitting
{
public:
    Sitting(QApplication &application, Wish wish);

    // Returns the exit code when the last window has been closed.
    int run(model::system::System system);

private:
    struct Opened
    {
        model::system::System system;
        QString file; // empty: the shop
    };
    void recall();
    int show(const Opened &opened);
    // What cannot be opened leaves open what is.
    void openNext(const QString &file, shell::MainWindow &window);
    void keep(const shell::MainWindow &window);

    Wish m_wish;
    session::Language m_language;
    session::SettingsFile m_settingsFile;
    session::WorkspaceFile m_workspaceFile;
    style::Appearance m_appearance;
    session::Settings m_settings;
    session::Workspace m_workspace;
    QString m_notice; // for the next window
    std::optional<Opened> m_next;
};

} // namespace app::desktop
