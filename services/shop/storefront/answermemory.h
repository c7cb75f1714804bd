// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCache>
#include <QString>

#include <optional>

namespace services::shop::storefront {

// The answers given lately, by question: what is told again while nobody can give a fresh one. Bounded in
// bytes; the least recently used go first. Lost with its instance, on purpose.
class AnswerMemory
{
public:
    explicit AnswerMemory(int bytes);

    void remember(const QString &question, const QByteArray &answer);
    std::optional<QByteArray> recall(const QString &question) const;

private:
    QCache<QString, QByteArray> m_answers;
};

} // namespace services::shop::storefront
