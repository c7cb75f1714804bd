// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracecontext.h"

#include <algorithm>

namespace model::telemetry {

namespace {

// version "-" trace-id "-" parent-id "-" trace-flags
constexpr qsizetype traceAt = 3;
constexpr qsizetype spanAt = 36;
constexpr qsizetype flagsAt = 53;
constexpr qsizetype lengthOfVersion00 = 55;

std::optional<std::uint8_t> digit(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<std::uint8_t>(c - 'a' + 10);
    return std::nullopt; // upper case is malformed too
}

template<std::size_t N>
bool readHex(QByteArrayView text, std::array<std::uint8_t, N> &bytes)
{
    for (std::size_t i = 0; i < N; ++i) {
        const auto high = digit(text[static_cast<qsizetype>(2 * i)]);
        const auto low = digit(text[static_cast<qsizetype>(2 * i + 1)]);
        if (!high || !low)
            return false;
        bytes[i] = static_cast<std::uint8_t>(*high << 4 | *low);
    }
    return true;
}

template<std::size_t N>
void appendHex(const std::array<std::uint8_t, N> &bytes, QByteArray &text)
{
    constexpr char digits[] = "0123456789abcdef";
    for (const auto byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 0xf];
    }
}

template<std::size_t N>
bool isZero(const std::array<std::uint8_t, N> &bytes)
{
    return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

bool hasDashes(QByteArrayView header)
{
    return header[traceAt - 1] == '-' && header[spanAt - 1] == '-' && header[flagsAt - 1] == '-';
}

// A later version may append fields, after a dash; what it shares with version 00 is read as that.
bool hasLengthOf(std::uint8_t version, QByteArrayView header)
{
    if (version == 0xff)
        return false;
    if (header.size() == lengthOfVersion00)
        return true;
    return version > 0 && header[lengthOfVersion00] == '-';
}

} // namespace

bool TraceContext::isValid() const
{
    return !isZero(trace) && !isZero(span);
}

QByteArray TraceContext::toTraceparent() const
{
    QByteArray text;
    text.reserve(lengthOfVersion00);
    text += "00-";
    appendHex(trace, text);
    text += '-';
    appendHex(span, text);
    text += sampled ? "-01" : "-00";
    return text;
}

std::optional<TraceContext> TraceContext::fromTraceparent(QByteArrayView header)
{
    std::array<std::uint8_t, 1> version{};
    std::array<std::uint8_t, 1> flags{};
    if (header.size() < lengthOfVersion00 || !hasDashes(header) || !readHex(header, version))
        return std::nullopt;
    TraceContext context;
    if (!hasLengthOf(version[0], header) || !readHex(header.sliced(traceAt), context.trace)
        || !readHex(header.sliced(spanAt), context.span) || !readHex(header.sliced(flagsAt), flags))
        return std::nullopt;
    context.sampled = (flags[0] & 1) != 0;
    if (!context.isValid())
        return std::nullopt;
    return context;
}

} // namespace model::telemetry
