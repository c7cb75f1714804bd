// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace services::transport {

// Finds the end of a message's head (first line and header lines) and insists on what llhttp is lax about:
// every line ends in CR LF, no CR stands anywhere else, and no line continues on the next (RFC 9112, 2.2 and
// 5.2). The cost does not depend on the pieces in which the head arrives. A plain value.
class HeadScanner
{
public:
    enum class Outcome
    {
        Incomplete,
        Complete,
        Malformed
    };

    // `head` is everything of this head received so far, and maybe bytes after it.
    Outcome scan(QByteArrayView head);
    // When complete: the head's length with its empty line.
    qsizetype length() const { return m_lineStart; }
    // Without its CR LF; -1 while it has not been seen whole.
    qsizetype firstLineLength() const { return m_firstLine; }

private:
    qsizetype m_lineStart = 0;
    qsizetype m_seen = 0;
    qsizetype m_firstLine = -1;
};

} // namespace services::transport
