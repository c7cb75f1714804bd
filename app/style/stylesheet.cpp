// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stylesheet.h"

#include "theme.h"

#include <utility>

namespace app::style {

using namespace Qt::StringLiterals;

namespace {

const auto rules = uR"(
QMainWindow, QDialog { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 6px; }
QLabel[kind="title"] { font-weight: 600; font-size: @largept; }
QLabel[kind="heading"] { font-weight: 600; }
QLabel[kind="subtle"] { color: @subtle; }
QLabel[kind="small"] { color: @subtle; font-size: @tinypt; }
QLabel[kind="bad"] { color: @bad; }
QFrame[kind="card"] { background: @raised; border: 1px solid @border; border-radius: 8px; }
QFrame[kind="finder"] { background: @window; border: 1px solid @control; border-radius: 10px; }
QFrame[kind="bar"] { background: @window; border: 1px solid @control; border-radius: 8px; }
QFrame[kind="bar"] QToolButton { border: 1px solid transparent; padding: 3px 7px; border-radius: 5px; font-weight: 400; }
QFrame[kind="bar"] QToolButton:hover { background: @raised; border-color: @border; }
QFrame[kind="bar"] QToolButton:disabled { background: transparent; }
QFrame[kind="bar"] QToolButton:checked { background: @badfill; color: @bad; }
QFrame[kind="hint"] { background: @accentfill; border: none; border-bottom: 1px solid @border; }
QToolButton[extent="small"] { padding: 2px 7px; border-radius: 6px; }
QToolButton[extent="small"]:checked { background: @accentfill; border-color: @accent; }
QFrame[kind="notice"] { background: @warningfill; border: none; border-bottom: 1px solid @border; }
QFrame[kind="line"] { background: @border; border: none; }

/* An edge that is there unseen moves nothing when it is seen. Pictures and headers never have the keyboard. */
QAbstractScrollArea { background: @window; border: 1px solid transparent; }
QAbstractScrollArea:focus { border-color: @accent; }
QGraphicsView, QHeaderView { border: none; }

QPushButton, QToolButton {
    background: @window; border: 1px solid @border; border-radius: 7px; padding: 6px 12px; font-weight: 500;
}
QPushButton:hover, QToolButton:hover { background: @raised; }
QPushButton:pressed, QToolButton:pressed { background: @accentfill; }
QPushButton:focus, QToolButton:focus { border: 1px solid @accent; outline: none; }
QPushButton:disabled, QToolButton:disabled { color: @subtle; background: @raised; }
QPushButton[kind="primary"] { background: @accent; color: @accenttext; border-color: @accent; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 5px 11px; }
QPushButton[kind="primary"][extent="small"]:focus { padding: 1px 8px; }
QPushButton[kind="danger"], QToolButton[kind="danger"] { color: @bad; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled { color: @subtle; background: @raised;
    border-color: @border; }
QPushButton[extent="small"] { padding: 2px 9px; border-radius: 6px; }
QToolButton[kind="alert"] { background: @badfill; color: @bad; border-color: @bad; }
QToolButton[kind="fold"] { border: 1px solid transparent; padding: 3px 2px; text-align: left; font-weight: 400; }
QToolButton[kind="fold"]:focus { border-color: @accent; }
QPushButton[kind="row"] { border: 1px solid transparent; padding: 3px 2px; text-align: left; font-weight: 400; }
QPushButton[kind="row"]:focus { border-color: @accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; }
QPushButton[kind="segment"] { border-radius: 0; background: @raised; color: @subtle; padding: 6px 14px; margin: 0 0 0 -1px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: 7px; border-bottom-left-radius: 7px; margin: 0; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: 7px; border-bottom-right-radius: 7px; }
QPushButton[kind="segment"]:checked { background: @window; color: @text; font-weight: 600; }
QPushButton[kind="segment"]:focus { border-color: @accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: @window; border: 1px solid @control; border-radius: 6px; padding: 5px 8px;
    selection-background-color: @accent; selection-color: @accenttext;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: @accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: @bad; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: @raised; color: @subtle; }
QComboBox { combobox-popup: 0; }
QComboBox[extent="small"] { padding: 3px 8px; }
QPushButton[extent="small"], QToolButton[extent="small"] { min-height: 18px; } /* 24 with all: easy to hit */
QComboBox QAbstractItemView { background: @window; border: 1px solid @border; padding: 3px 4px; selection-background-color: @accentfill;
    selection-color: @text; outline: none; }
QComboBox QAbstractItemView:focus { border-color: @border; }
QComboBox QAbstractItemView::item { padding: 4px 8px; min-height: 18px; }
QComboBox QAbstractItemView::item:selected { background: @accentfill; color: @text; }

QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QSpinBox::down-arrow { image: url(:/style/down.png); width: 10px; height: 6px; }
QSpinBox::up-arrow { image: url(:/style/up.png); width: 10px; height: 6px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 18px; }

QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @control; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; background: @window;
    border: 2px solid @accent; }
QSlider::handle:horizontal:focus { background: @accent; }

QTabWidget::pane { border: none; border-top: 1px solid @border; top: -1px; }
QTabWidget::tab-bar { left: 14px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 2px;
    margin: 0 10px 0 0; color: @subtle; }
QTabBar[kind="narrow"]::tab { padding: 6px 0; margin: 0 5px 0 0; }
QTabWidget[kind="narrow"]::tab-bar { left: 10px; }
QTabWidget[kind="inner"]::tab-bar { left: 0px; }
QTabBar QToolButton { padding: 2px 0; border-radius: 4px; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }

QMenu { background: @window; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: @accentfill; color: @text; }
QMenu::item:disabled { color: @subtle; }
QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }
QMenuBar { background: @window; }
QMenuBar::item { padding: 4px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @accentfill; }

QTableView, QListView, QTreeView { background: @window; alternate-background-color: @raised;
    selection-background-color: @accentfill; selection-color: @text; gridline-color: @grid; outline: none; }
QHeaderView[kind="small"] { font-size: @tinypt; }
QHeaderView::section { background: @window; color: @subtle; border: none; padding: 3px 2px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @control; border-radius: 4px; min-height: 24px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @control; border-radius: 4px; min-width: 24px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: @raised; border-top: 1px solid @border; color: @subtle; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @subtle; padding: 0 8px; }
)"_s;

// Where the usual theme tells by tones, this one tells by edges.
const auto strongRules = uR"(
QPushButton:focus, QToolButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus,
QSpinBox:focus { border: 3px solid @accent; padding: 3px 6px; }
QPushButton:focus, QToolButton:focus { padding: 4px 10px; }
QPushButton[kind="primary"]:focus { border: 3px solid @text; padding: 4px 10px; }
QPushButton[kind="segment"]:focus { padding: 4px 12px; }
QPushButton[extent="small"]:focus { padding: 0 7px; }
QToolButton[extent="small"]:focus { padding: 0 5px; }
QToolButton[kind="fold"]:focus, QPushButton[kind="row"]:focus { padding: 1px 0; }
QPushButton[kind="segment"]:checked { background: @accent; color: @accenttext; }
QMenu::item:selected, QComboBox QAbstractItemView::item:selected { background: @accent; color: @accenttext; }
QTableView, QListView, QTreeView { selection-background-color: @accent; selection-color: @accenttext; }
QTabBar::tab:selected { border-bottom: 3px solid @accent; }
QTabBar::tab:focus { color: @text; text-decoration: underline; }
QSplitter::handle:horizontal { width: 2px; }
QComboBox[extent="small"]:focus { padding: 1px 6px; }
)"_s;

} // namespace

QString styleSheet(const Theme &theme, double magnification)
{
    // Longer names first: "@accentfill" holds "@accent".
    const std::pair<QString, Role> names[] = {
        {u"@accenttext"_s, Role::AccentText},
        {u"@accentfill"_s, Role::AccentFill},
        {u"@accent"_s, Role::Accent},
        {u"@window"_s, Role::Window},
        {u"@raised"_s, Role::Raised},
        {u"@border"_s, Role::Border},
        {u"@subtle"_s, Role::SubtleText},
        {u"@grid"_s, Role::Grid},
        {u"@control"_s, Role::Control},
        {u"@text"_s, Role::Text},
        {u"@warningfill"_s, Role::WarningFill},
        {u"@badfill"_s, Role::BadFill},
        {u"@bad"_s, Role::Bad},
    };
    QString sheet = rules;
    if (theme.isHighContrast())
        sheet += strongRules;
    for (const auto &[name, role] : names)
        sheet.replace(name, theme.color(role).name());
    sheet.replace(u"@large"_s, QString::number(13 * magnification));
    sheet.replace(u"@tiny"_s, QString::number(8 * magnification));
    return sheet;
}

} // namespace app::style
