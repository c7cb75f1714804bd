// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codetext.h"

#include <QFontDatabase>
#include <QPlainTextEdit>

namespace app::console {

void dressAsCode(QPlainTextEdit &edit)
{
    edit.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit.setTabChangesFocus(true);
}

} // namespace app::console
