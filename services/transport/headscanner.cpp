// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headscanner.h"

#include <cstring>

namespace services::transport {

HeadScanner::Outcome HeadScanner::scan(QByteArrayView head)
{
    while (m_seen < head.size()) {
        const auto *const from = head.data() + m_seen;
        const auto *const feed = static_cast<const char *>(
            std::memchr(from, '\n', static_cast<std::size_t>(head.size() - m_seen)));
        if (feed == nullptr) {
            m_seen = head.size();
            break;
        }
        const auto end = feed - head.data();
        const auto line = head.sliced(m_lineStart, end - m_lineStart); // without the LF
        if (line.isEmpty() || line.back() != '\r')
            return Outcome::Malformed;
        if (line.front() == ' ' || line.front() == '\t')
            return Outcome::Malformed;
        if (m_firstLine < 0)
            m_firstLine = line.size() - 1;
        m_seen = end + 1;
        m_lineStart = m_seen;
        if (line.size() == 1)
            return Outcome::Complete;
    }
    return Outcome::Incomplete;
}

} // namespace services::transport
