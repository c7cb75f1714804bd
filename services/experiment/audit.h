// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace services::experiment {

// One thing that is wrong in the business's books.
struct AuditFinding
{
    QString fleet; // its title
    QString damage; // the word of its kind, "charged-twice"; kinds are the business's own
    QString subject; // an order or the like; empty: it was found in a sum
    QString sentence;
    qint64 amount = 1; // by so many it is wrong, where it was found in a sum

    bool operator==(const AuditFinding &) const = default;
};

// One kind of damage, for people.
struct DamageWords
{
    QString title;
    QString meaning; // a sentence

    bool operator==(const DamageWords &) const = default;
};

// A sum of the books of one fleet.
struct AuditSum
{
    QString fleet; // its title
    QString what; // "confirmed orders"
    qint64 amount = 0;

    bool operator==(const AuditSum &) const = default;
};

// What the purchases of one fleet have cost, as its books say. In one store, one transaction could hold each:
// one commit, and never anything to undo or to take up again.
struct AuditEffort
{
    QString fleet; // its title
    int purchases = 0;
    qint64 commits = 0; // of their steps, in all stores
    int undone = 0; // of which something was given back
    int takenUp = 0; // which others went on with, or which were tried again later
    bool isInOneStore = false;

    bool operator==(const AuditEffort &) const = default;
};

// What an audit of the business's books has shown, all fleets together. A value.
struct Audit
{
    int inFlight = 0; // purchases which were not settled in the end
    int resolved = 0; // settled only while the audit waited
    qint64 waiting = 0; // messages which somebody still has to act on: no damage, but not done either
    std::vector<AuditFinding> wrong;
    QStringList moving; // what is in flight and what waits, in sentences
    QStringList unread; // why books could not be read
    std::vector<AuditSum> sums;
    std::vector<AuditEffort> efforts;
    QMap<QString, DamageWords> kinds; // of the damages above, by word
    std::chrono::milliseconds waited{0}; // for them to balance

    // Every book was read, everything is settled, and nothing is wrong.
    bool balances() const { return inFlight == 0 && wrong.empty() && unread.isEmpty(); }
    // How often each kind of damage was found, by its word.
    QMap<QString, int> damages() const;
    // What is wrong and what could not be read: "Monolith: Order o-1 ...".
    QStringList complaints() const;

    bool operator==(const Audit &) const = default;
};

} // namespace services::experiment
