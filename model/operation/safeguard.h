// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace model::operation {

// The patterns which keep distributed data right whatever fails. All are on unless somebody wants to see what
// goes wrong without one.
enum class Safeguard
{
    Outbox,
    Inbox,
    IdempotencyKeys,
    Compensation,
    SagaLog
};

// What is said of one of them; the words are here and nowhere else. They are in the context
// "model::operation::safeguards", for whoever translates them.
struct SafeguardDescription
{
    Safeguard safeguard;
    const char *word; // in files and commands: "saga-log"
    const char *title; // "The saga's log"
    const char *does; // a sentence, for people who do not write code
    const char *without; // what happens instead while it is off
    const char *damage; // the word of the damage by which an audit tells that it was missing
};

// In the order of their declaration.
std::span<const SafeguardDescription> safeguardTable();
const SafeguardDescription &description(Safeguard safeguard);
std::optional<Safeguard> safeguardOfWord(QStringView word);
QStringList safeguardWords();

// Which of them are on. A value; as it is made, all are.
class Safeguards
{
public:
    bool isOn(Safeguard safeguard) const { return (m_off & bit(safeguard)) == 0; }
    void set(Safeguard safeguard, bool on);
    std::vector<Safeguard> off() const;

    // As a number, for a board that many threads look at.
    std::uint8_t bits() const { return m_off; }
    static Safeguards ofBits(std::uint8_t bits);

    bool operator==(const Safeguards &) const = default;

private:
    static std::uint8_t bit(Safeguard safeguard)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(safeguard));
    }

    std::uint8_t m_off = 0;
};

// "all safeguards on", "without inbox and saga-log".
QString words(const Safeguards &safeguards);

} // namespace model::operation
