// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QToolButton>

class QAction;

namespace app::shell {

class Actions;

// Which policies protect all calls of both shapes, and the choice of other ones. Shows what is in force, not
// what was asked for. GUI thread.
class PolicyMenu : public QToolButton
{
    Q_OBJECT
public:
    explicit PolicyMenu(QWidget *parent = nullptr);

    void show(const services::platform::Snapshot &snapshot);
    // Its choices, for the palette.
    void enterInto(Actions &registry, const QString &group) const;

Q_SIGNALS:
    void chosen(const model::operation::PolicyBook &book);

private:
    void showName(const QString &name); // empty: of their own

    std::vector<QAction *> m_actions; // in the order of the books' names
};

} // namespace app::shell
