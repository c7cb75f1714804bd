// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pointer.h"

namespace model::json {

using namespace Qt::StringLiterals;

QString pointer(const QString &parent, const QString &key)
{
    QString escaped = key;
    escaped.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
    return parent + u'/' + escaped;
}

QString pointer(const QString &parent, qsizetype index)
{
    return parent + u'/' + QString::number(index);
}

std::optional<QStringList> pointerParts(const QString &text)
{
    if (text.isEmpty())
        return QStringList{};
    if (!text.startsWith(u'/'))
        return {};
    QStringList parts = text.mid(1).split(u'/');
    for (QString &part : parts) {
        for (qsizetype at = part.indexOf(u'~'); at >= 0; at = part.indexOf(u'~', at + 1)) {
            const QChar next = at + 1 < part.size() ? part[at + 1] : QChar();
            if (next != u'0' && next != u'1')
                return {};
        }
        part.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    }
    return parts;
}

} // namespace model::json
