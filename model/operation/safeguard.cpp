// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "safeguard.h"

#include <algorithm>
#include <array>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array table = {
    SafeguardDescription{
        Safeguard::Outbox, "outbox", QT_TRANSLATE_NOOP("model::operation::safeguards", "Outbox"),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "What others must hear of is saved together with the change itself, and sent from "
                          "there until it has arrived."),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "The message is sent once, after the change was saved. A crash in between, or a "
                          "broker that is away, and nobody ever hears of it."),
        "event-lost"},
    SafeguardDescription{
        Safeguard::Inbox, "inbox", QT_TRANSLATE_NOOP("model::operation::safeguards", "Inbox"),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "Whoever gets a message remembers it, and does nothing when it comes again."),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "A message that comes again, as it does after a crash, is acted on again: two "
                          "parcels, two mails."),
        "event-acted-on-twice"},
    SafeguardDescription{
        Safeguard::IdempotencyKeys, "idempotency-keys",
        QT_TRANSLATE_NOOP("model::operation::safeguards", "Idempotency keys"),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "Each wish to charge a card or to set stock aside has a name. Said again, because "
                          "the answer was lost, it gets the same answer and changes nothing."),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "A wish that is said again because the answer was lost is fulfilled again: the "
                          "customer pays twice. Answers get lost between units only: inside one program, as "
                          "in the monolith, nothing has to be said again, and nobody sees a difference."),
        "charged-twice"},
    SafeguardDescription{
        Safeguard::Compensation, "compensation",
        QT_TRANSLATE_NOOP("model::operation::safeguards", "Compensation"),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "When an order does not come about, its stock goes back on the shelf and its money "
                          "to the customer."),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "An order that does not come about is forgotten as it stands: its stock stays set "
                          "aside, its money stays here."),
        "stock-held-for-nobody"},
    SafeguardDescription{
        Safeguard::SagaLog, "saga-log", QT_TRANSLATE_NOOP("model::operation::safeguards", "The saga's log"),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "Each step of an order is written down before the next one is taken, so that after "
                          "a crash somebody can go on, or undo it."),
        QT_TRANSLATE_NOOP("model::operation::safeguards",
                          "An order is written down only when it is finished. After a crash nobody knows of "
                          "it, though its stock is set aside and its card may be charged."),
        "stock-forgotten"},
};

} // namespace

std::span<const SafeguardDescription> safeguardTable()
{
    return table;
}

const SafeguardDescription &description(Safeguard safeguard)
{
    return table[static_cast<std::size_t>(safeguard)];
}

std::optional<Safeguard> safeguardOfWord(QStringView word)
{
    const auto found = std::ranges::find_if(
        table, [&](const SafeguardDescription &each) { return word == QLatin1StringView(each.word); });
    return found == table.end() ? std::nullopt : std::optional(found->safeguard);
}

QStringList safeguardWords()
{
    QStringList all;
    for (const auto &each : table)
        all.append(QString::fromLatin1(each.word));
    return all;
}

void Safeguards::set(Safeguard safeguard, bool on)
{
    m_off = static_cast<std::uint8_t>(on ? m_off & ~bit(safeguard) : m_off | bit(safeguard));
}

std::vector<Safeguard> Safeguards::off() const
{
    std::vector<Safeguard> found;
    for (const auto &each : table) {
        if (!isOn(each.safeguard))
            found.push_back(each.safeguard);
    }
    return found;
}

Safeguards Safeguards::ofBits(std::uint8_t bits)
{
    Safeguards safeguards;
    safeguards.m_off = bits;
    return safeguards;
}

QString words(const Safeguards &safeguards)
{
    QStringList missing;
    for (const auto safeguard : safeguards.off())
        missing.append(QString::fromLatin1(description(safeguard).word));
    return missing.isEmpty() ? u"all safeguards on"_s : u"without "_s + missing.join(u" and "_s);
}

} // namespace model::operation
