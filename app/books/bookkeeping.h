// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/booksreading.h>

#include <vector>

namespace app::books {

using services::experiment::Audit;
using services::experiment::AuditFinding;

enum class Verdict
{
    Unknown, // not read yet
    Balanced,
    Moving, // nothing is wrong, something is on its way
    Wrong,
    Unreadable
};

// How the books of one fleet stand.
struct Standing
{
    QString title;
    Audit audit; // what is wrong in it was so in the reading before, too
    services::platform::OrderBook orders;
    int suspected = 0; // findings that the next reading has to confirm

    Verdict verdict() const;
};

// Compares each reading of the books with the one before: the shop goes on while it is read, so only what
// both have found is wrong. A value.
class Bookkeeping
{
public:
    void take(const services::platform::BooksReading &reading);

    bool hasBooks() const { return !m_standings.empty(); }
    const std::vector<Standing> &standings() const { return m_standings; }
    // Of all fleets together.
    Verdict verdict() const;
    int wrong() const;

private:
    std::vector<Standing> m_standings; // by fleet
    std::vector<std::vector<AuditFinding>> m_found; // in the reading before, by fleet
};

} // namespace app::books
