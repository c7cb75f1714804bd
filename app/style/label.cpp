// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "label.h"

#include <QLabel>
#include <QVariant>

namespace app::style {

using namespace Qt::StringLiterals;

QLabel *label(const QString &text, const char *kind)
{
    auto *made = new QLabel(text);
    made->setProperty("kind", QString::fromLatin1(kind));
    made->setWordWrap(true);
    return made;
}

QString tip(const QString &words)
{
    return words.isEmpty() ? QString()
                           : u"<qt>%1</qt>"_s.arg(words.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

} // namespace app::style
