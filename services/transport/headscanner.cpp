// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headscanner.h"

#include <cstring>

namespace services::transport {

namespace {

// `line` with its CR, without its LF. A CR anywhere else ends a line for some readers (CVE-2023-30589).
bool isWellFormed(QByteArrayView line)
{
    const auto *const ending
        = static_cast<const char *>(std::memchr(line.data(), '\r', static_cast<std::size_t>(line.size())));
    return ending == line.end() - 1 && line.front() != ' ' && line.front() != '\t';
}

} // namespace

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
        const auto line = head.sliced(m_lineStart, end - m_lineStart);
        if (!isWellFormed(line))
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
