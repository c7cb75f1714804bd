// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace model::result {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<Kind, const char16_t *>, 17> words = {{
    {Kind::InvalidInput, u"invalid-input"},
    {Kind::Unauthenticated, u"unauthenticated"},
    {Kind::Forbidden, u"forbidden"},
    {Kind::NotFound, u"not-found"},
    {Kind::Conflict, u"conflict"},
    {Kind::Declined, u"declined"},
    {Kind::TooLarge, u"too-large"},
    {Kind::Overloaded, u"overloaded"},
    {Kind::Unavailable, u"unavailable"},
    {Kind::Refused, u"refused"},
    {Kind::Reset, u"reset"},
    {Kind::TimedOut, u"timed-out"},
    {Kind::Cancelled, u"cancelled"},
    {Kind::Corrupt, u"corrupt"},
    {Kind::Full, u"full"},
    {Kind::ReadOnly, u"read-only"},
    {Kind::Internal, u"internal"},
}};

} // namespace

QString word(Kind kind)
{
    const auto found = std::ranges::find(words, kind, &decltype(words)::value_type::first);
    return QString::fromUtf16(found->second);
}

Kind kindOfWord(QStringView text)
{
    const auto found
        = std::ranges::find_if(words, [text](const auto &entry) { return text == entry.second; });
    return found == words.end() ? Kind::Internal : found->first;
}

} // namespace model::result
