// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "texttable.h"

#include <algorithm>

namespace services::lab {

namespace {

QString line(const QStringList &cells, const std::vector<qsizetype> &widths)
{
    QString text;
    for (qsizetype column = 0; column < cells.size(); ++column)
        text += cells[column].leftJustified(widths[static_cast<std::size_t>(column)] + 2);
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

} // namespace

QString TextTable::text() const
{
    std::vector<qsizetype> widths;
    for (const auto &row : m_rows) {
        widths.resize(std::max<std::size_t>(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype column = 0; column < row.size(); ++column) {
            auto &width = widths[static_cast<std::size_t>(column)];
            width = std::max(width, row[column].size());
        }
    }
    QString text;
    for (const auto &row : m_rows) {
        text += line(row, widths);
        if (&row != &m_rows.front())
            continue;
        QStringList rule;
        for (const auto width : widths)
            rule.append(QString(width, u'-'));
        text += line(rule, widths);
    }
    return text;
}

} // namespace services::lab
