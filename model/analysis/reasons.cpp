// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reasons.h"

namespace model::analysis {

using namespace Qt::StringLiterals;

int Reasons::add(const QString &sentence, int cause)
{
    const auto known = m_known.constFind({cause, sentence});
    if (known != m_known.cend())
        return *known;
    m_reasons.push_back({sentence, cause});
    const int number = static_cast<int>(m_reasons.size());
    m_known.insert({cause, sentence}, number);
    return number;
}

QString Reasons::words(int reason) const
{
    QStringList sentences;
    while (reason > 0) {
        const auto &each = m_reasons[static_cast<std::size_t>(reason - 1)];
        sentences.append(each.sentence);
        reason = each.cause;
    }
    return sentences.join(u"; "_s);
}

} // namespace model::analysis
