// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "order.h"

#include <algorithm>
#include <array>

namespace services::shop::orders {

namespace {

struct Word
{
    State state;
    QStringView text;
};

constexpr std::array<Word, 8> words = {{
    {State::Started, u"started"},
    {State::Reserved, u"reserved"},
    {State::Charged, u"charged"},
    {State::Committed, u"committed"},
    {State::Confirmed, u"confirmed"},
    {State::Unwinding, u"unwinding"},
    {State::Refused, u"refused"},
    {State::Compensated, u"compensated"},
}};

} // namespace

QString word(State state)
{
    return std::ranges::find(words, state, &Word::state)->text.toString();
}

State stateOfWord(const QString &word)
{
    const auto found = std::ranges::find(words, QStringView(word), &Word::text);
    return found == words.end() ? State::Unwinding : found->state;
}

bool isSettled(State state)
{
    return state == State::Confirmed || state == State::Refused || state == State::Compensated;
}

QByteArray Order::reservation() const
{
    return "reservation-" + id.toLatin1() + '-' + QByteArray::number(attempt);
}

QByteArray Order::charge() const
{
    return "charge-" + id.toLatin1() + '-' + QByteArray::number(attempt);
}

} // namespace services::shop::orders
