// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card.h"

#include <algorithm>
#include <array>

namespace services::shop::payments {

namespace {

struct Declined
{
    QStringView number;
    QStringView reason;
};

constexpr std::array<Declined, 7> declinedCards = {{
    {u"4000000000000002", u"Your bank has declined the card"},
    {u"4000000000009995", u"There is not enough money on the card"},
    {u"4000000000009987", u"The card was reported lost"},
    {u"4000000000009979", u"The card was reported stolen"},
    {u"4000000000000069", u"The card has expired"},
    {u"4000000000000127", u"The card's security code is wrong"},
    {u"4000000000000119", u"Your bank could not process the payment: try again or take another card"},
}};

// Doubles every second digit from the right; the sum of all digits must end in 0.
bool passesLuhn(const QString &digits)
{
    int sum = 0;
    bool doubled = false;
    for (auto digit = digits.crbegin(); digit != digits.crend(); ++digit, doubled = !doubled) {
        const int value = digit->unicode() - u'0';
        sum += doubled ? value * 2 - (value > 4 ? 9 : 0) : value;
    }
    return sum % 10 == 0;
}

} // namespace

std::optional<QString> cardNumber(const QString &typed)
{
    QString digits = typed;
    digits.removeIf([](QChar character) { return character == u' ' || character == u'-'; });
    // QChar::isDigit() would let other scripts' digits through.
    const bool allDigits
        = std::ranges::all_of(digits, [](QChar character) { return character >= u'0' && character <= u'9'; });
    if (!allDigits || digits.size() < 12 || digits.size() > 19 || !passesLuhn(digits))
        return std::nullopt;
    return digits;
}

std::optional<QString> declineReason(const QString &number)
{
    const auto found = std::ranges::find(declinedCards, QStringView(number), &Declined::number);
    return found == declinedCards.end() ? std::nullopt : std::optional(found->reason.toString());
}

} // namespace services::shop::payments
