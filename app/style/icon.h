// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme.h"

#include <QIcon>

namespace app::style {

// Our own drawings, one a file in resources/icons/actions: on a grid of 16, in one colour.
enum class Icon
{
    Back,
    Crash,
    Cut,
    Export,
    Fail,
    Forward,
    Leave,
    Minus,
    More,
    Pause,
    Play,
    Plus,
    Restart,
    Send,
    Slow,
    Table,
    Count
};

// Sharp at each size and density, in the colour that the role has in the theme of the moment; what is
// disabled, in that of subtle text. The role is Text or Bad, which the program's palette has. GUI thread.
QIcon icon(Icon name, Role role = Role::Text);

} // namespace app::style
