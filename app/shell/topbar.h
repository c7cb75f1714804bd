// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shape.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QWidget>

class QButtonGroup;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace app::shell {

class ForceChip;
class PolicyMenu;

// The line above everything: which shapes, how many shoppers, what to break, what is shown. GUI thread.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const model::system::System &system,
           const std::vector<model::packaging::Packaging> &packagings,
           QWidget *parent = nullptr);

    void setShape(Shape shape);
    void setShoppersPerSecond(double rate);
    // The menu of "Break something", filled by the window.
    QMenu &breakMenu() { return *m_breakMenu; }
    void showBreakMenu();
    // The menu of how it looks, and of files and help, filled by the window.
    QMenu &viewMenu() { return *m_viewMenu; }
    // What is in force, beside it.
    ForceChip &forceChip() { return *m_force; }
    // What protects the calls.
    PolicyMenu &policyMenu() { return *m_policies; }
    void addShoppers(int perSecond);

Q_SIGNALS:
    void shapeWanted(app::shell::Shape shape);
    void shoppersWanted(double perSecond);

private:
    QWidget *buildShapes();
    QWidget *buildShoppers();

    QButtonGroup *m_shapes;
    QSlider *m_shoppers;
    QLabel *m_rate;
    QMenu *m_breakMenu;
    QToolButton *m_break;
    ForceChip *m_force;
    PolicyMenu *m_policies;
    QMenu *m_viewMenu;
};

} // namespace app::shell
