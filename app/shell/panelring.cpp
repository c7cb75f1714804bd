// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panelring.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace app::shell {

namespace {

bool takesKeys(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
}

QWidget *firstControlOf(QWidget *panel)
{
    auto *widget = panel;
    do {
        if ((widget == panel || panel->isAncestorOf(widget)) && takesKeys(widget))
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != panel);
    return nullptr;
}

} // namespace

void focusNextOf(const std::vector<QWidget *> &panels)
{
    const auto *focused = QApplication::focusWidget();
    const auto current = std::ranges::find_if(panels, [focused](QWidget *panel) {
        return panel == focused || (focused != nullptr && panel->isAncestorOf(focused));
    });
    const auto before
        = current == panels.end() ? panels.size() - 1 : static_cast<size_t>(current - panels.begin());
    for (size_t step = 1; step <= panels.size(); ++step) {
        if (auto *control = firstControlOf(panels[(before + step) % panels.size()]))
            return control->setFocus(Qt::TabFocusReason);
    }
}

} // namespace app::shell
