// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outline.h"

namespace model::json {

// Goes through the bytes of a JSON text, one token at a time. The first fault stays; after it everything
// fails.
class Scanner
{
public:
    explicit Scanner(const QByteArray &text);

    qsizetype offset() const { return m_at; }
    // The next byte, 0 at the end.
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool atEnd() const { return m_at == m_text.size(); }
    const std::optional<SyntaxFault> &fault() const { return m_fault; }

    void skipBlanks();
    // Goes past the byte when it is the next one.
    bool take(char byte);
    // Past a text in quotes; answers it without escapes.
    std::optional<QString> string();
    bool number();
    // true, false or null
    bool word();
    // Always false. The first fault wins.
    bool fail(const QString &message);

private:
    bool escape();
    bool digits();

    const QByteArray &m_text;
    qsizetype m_at = 0;
    std::optional<SyntaxFault> m_fault;
};

} // namespace model::json
