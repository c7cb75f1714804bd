// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace model::result {

// What went wrong, as a value: code decides on `kind`, people read `message`, the UI jumps to `subject`.
enum class Kind
{
    InvalidInput, // the caller's input is wrong; repeating it does not help
    Unauthenticated, // no valid session
    Forbidden, // a valid session which may not do this
    NotFound,
    Conflict, // contradicts the present state (sold out, key used for another request)
    Declined, // a payment was refused by its bank
    TooLarge, // over a declared limit
    Overloaded, // no slot, queue full; trying again later may help
    Unavailable, // a dependency is not there
    Refused, // the connection was refused: the request was never seen, so a repeat is safe
    Reset, // the connection died after the request was sent: a repeat is safe only when idempotent
    TimedOut,
    Cancelled, // the instance stops or has crashed; nobody waits for the answer
    Corrupt, // stored data is damaged
    Full, // the disk is full
    ReadOnly, // the file or folder may not be written
    Internal, // a mistake of ours
};

struct Error
{
    Kind kind = Kind::Internal;
    QString message; // a sentence which says what to do
    QString subject; // file, JSON pointer, unit or field that it is about; may be empty
    std::chrono::seconds retryAfter{0}; // whoever failed asks to be left alone for so long; 0: he does not

    bool operator==(const Error &) const = default;
};

// The stable word of a kind ("not-found"), used in problem documents and reports.
QString word(Kind kind);
// The kind of a stable word; Internal when unknown.
Kind kindOfWord(QStringView word);

} // namespace model::result
