// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbicons.h"

#include <QAction>

namespace app::shell {

using model::operation::FaultKind;
using style::Icon;

std::optional<Icon> iconOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Crash:
        return Icon::Crash;
    case FaultKind::Slow:
        return Icon::Slow;
    case FaultKind::Errors:
        return Icon::Fail;
    default:
        return {};
    }
}

void setBarIcon(QAction &action, const std::optional<Icon> &icon)
{
    if (!icon.has_value())
        return;
    action.setIcon(style::icon(*icon));
    action.setIconVisibleInMenu(false);
}

} // namespace app::shell
