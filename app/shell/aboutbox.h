// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace app::shell {

// What this program is, its version, and under which licences it and what is in it may be passed on. GUI
// thread.
class AboutBox : public QDialog
{
    Q_OBJECT
public:
    explicit AboutBox(QWidget *parent);
};

} // namespace app::shell
