// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answermemory.h"

namespace services::shop::storefront {

AnswerMemory::AnswerMemory(int bytes)
    : m_answers(bytes)
{
}

void AnswerMemory::remember(const QString &question, const QByteArray &answer)
{
    const auto bytes = answer.size() + question.size() * qsizetype{sizeof(QChar)};
    m_answers.insert(question, new QByteArray(answer),
                     bytes); // the cache owns it, and drops it at once if too large
}

std::optional<QByteArray> AnswerMemory::recall(const QString &question) const
{
    const auto *answer = m_answers.object(question);
    return answer != nullptr ? std::optional(*answer) : std::nullopt;
}

} // namespace services::shop::storefront
