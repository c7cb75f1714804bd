// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "label.h"

#include <QLabel>
#include <QVariant>

namespace app::style {

QLabel *label(const QString &text, const char *kind)
{
    auto *made = new QLabel(text);
    made->setProperty("kind", QString::fromLatin1(kind));
    made->setWordWrap(true);
    return made;
}

} // namespace app::style
