// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "counted.h"

namespace model::layout {

using namespace Qt::StringLiterals;

QString counted(std::size_t count, const QString &noun)
{
    if (count == 1)
        return u"1 "_s + noun;
    const QString plural = noun.endsWith(u'y') ? noun.chopped(1) + u"ies"_s : noun + u's';
    return QString::number(count) + u' ' + plural;
}

} // namespace model::layout
