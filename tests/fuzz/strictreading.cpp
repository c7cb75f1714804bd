// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictreading.h"

#include <algorithm>
#include <cctype>

namespace tests::fuzz {

namespace {

// What is left of the bytes; each step answers whether the grammar holds so far.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    qsizetype at() const { return m_at; }
    bool take(QByteArrayView exactly)
    {
        if (!m_bytes.sliced(m_at).startsWith(exactly))
            return false;
        m_at += exactly.size();
        return true;
    }
    bool take(qsizetype count, QByteArray &into)
    {
        if (count > m_bytes.size() - m_at)
            return false;
        into += m_bytes.sliced(m_at, count);
        m_at += count;
        return true;
    }
    // Up to CR LF, which is taken as well; neither may stand alone.
    bool takeLine(QByteArray &into)
    {
        const auto from = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '\r' && m_bytes[m_at] != '\n')
            ++m_at;
        into = m_bytes.sliced(from, m_at - from).toByteArray();
        return take("\r\n");
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

bool takeHead(Cursor &cursor, StrictMessage &message)
{
    if (!cursor.takeLine(message.firstLine))
        return false;
    for (QByteArray line; cursor.takeLine(line);) {
        if (line.isEmpty())
            return true;
        const auto colon = line.indexOf(':');
        if (colon <= 0 || line.startsWith(' ') || line.startsWith('\t'))
            return false;
        message.lines.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    return false;
}

std::optional<QByteArray> lastValue(const StrictMessage &message, QByteArrayView name)
{
    std::optional<QByteArray> found;
    for (const auto &[own, value] : message.lines) {
        if (name.compare(own, Qt::CaseInsensitive) == 0)
            found = value;
    }
    return found;
}

bool isHexadecimal(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isxdigit(static_cast<unsigned char>(c));
    });
}

bool takeChunks(Cursor &cursor, QByteArray &body)
{
    for (QByteArray line; cursor.takeLine(line);) {
        const auto size = line.first(line.contains(';') ? line.indexOf(';') : line.size());
        bool fits = false;
        const auto bytes = size.toLongLong(&fits, 16);
        if (!isHexadecimal(size) || !fits)
            return false;
        if (bytes > 0 && cursor.take(bytes, body) && cursor.take("\r\n"))
            continue;
        if (bytes > 0)
            return false;
        while (cursor.takeLine(line)) { // trailers
            if (line.isEmpty())
                return true;
        }
    }
    return false;
}

bool takeBody(Cursor &cursor, StrictMessage &message)
{
    const bool isAnswer = message.firstLine.startsWith("HTTP/");
    const auto status = isAnswer ? message.firstLine.mid(9, 3) : QByteArray();
    if (status.startsWith('1') || status == "204" || status == "304")
        return true;
    const auto coding = lastValue(message, "transfer-encoding");
    const auto length = lastValue(message, "content-length");
    if (coding && length)
        return false;
    if (coding && coding->split(',').last().trimmed().compare("chunked", Qt::CaseInsensitive) == 0)
        return takeChunks(cursor, message.body);
    if (coding || !length)
        return !coding && !isAnswer;
    bool fits = false;
    const auto bytes = length->toLongLong(&fits);
    return fits && bytes >= 0 && cursor.take(bytes, message.body);
}

} // namespace

std::optional<StrictMessage> readStrictly(QByteArrayView bytes)
{
    Cursor cursor(bytes);
    StrictMessage message;
    cursor.take("\r\n");
    if (!takeHead(cursor, message) || !takeBody(cursor, message))
        return {};
    message.length = cursor.at();
    return message;
}

} // namespace tests::fuzz
