// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace services::lab {

// Rows of texts in aligned columns, two spaces apart; the first row is underlined. A value.
class TextTable
{
public:
    void add(QStringList cells) { m_rows.push_back(std::move(cells)); }
    QString text() const;

private:
    std::vector<QStringList> m_rows;
};

} // namespace services::lab
