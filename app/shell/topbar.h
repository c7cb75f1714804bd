// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shape.h"

#include <app/style/appearance.h>

#include <QWidget>

class QButtonGroup;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace app::shell {

class ForceChip;
class PolicyMenu;

// The line above everything: which shapes, how many shoppers, what to break, light or dark. GUI thread.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const QString &systemTitle, QWidget *parent = nullptr);

    void setShape(Shape shape);
    void setShoppersPerSecond(double rate);
    void setPreference(style::Preference preference);
    void setLanguage(const QString &choice);
    // The menu of "Break something", filled by the window.
    QMenu &breakMenu() { return *m_breakMenu; }
    void showBreakMenu();
    // What is in force, beside it.
    ForceChip &forceChip() { return *m_force; }
    // What protects the calls.
    PolicyMenu &policyMenu() { return *m_policies; }
    void addShoppers(int perSecond);

Q_SIGNALS:
    void shapeWanted(app::shell::Shape shape);
    void shoppersWanted(double perSecond);
    void preferenceWanted(app::style::Preference preference);
    void languageWanted(const QString &choice); // for the next start
    void keysWanted(); // the list of shortcuts

private:
    QWidget *buildShapes();
    QWidget *buildShoppers();
    QToolButton *buildAppearance();
    void addLanguages(QMenu &menu);

    QButtonGroup *m_shapes;
    QSlider *m_shoppers;
    QLabel *m_rate;
    QMenu *m_breakMenu;
    QToolButton *m_break;
    ForceChip *m_force;
    PolicyMenu *m_policies;
    std::vector<QAction *> m_preferences;
    std::vector<QAction *> m_languages; // as Language lists them
};

} // namespace app::shell
