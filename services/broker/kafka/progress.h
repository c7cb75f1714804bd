// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <set>

namespace services::broker::kafka {

// How far a group is in one partition. Kafka keeps one number for it, before which everything is done with;
// messages that are done with before an older one are noted beside it, in the text that Kafka keeps with the
// number, so that they need not come again. No I/O.
class Progress
{
public:
    Progress() = default;
    // As it was committed: from there on, without those in the note.
    Progress(std::int64_t committed, const QByteArray &note);

    // A message comes up; false: it is done with already, or known.
    bool begin(std::int64_t offset);
    void settle(std::int64_t offset);

    std::int64_t committable() const; // everything before it is done with
    QByteArray
    note() const; // "+2+5": those, counted from there, are done with; not all when there are too many
    std::int64_t done() const { return std::int64_t(m_ahead.size()); } // beyond committable()
    std::int64_t doneAfterNext() const; // of those which have not come up
    std::int64_t next() const { return m_next; } // the first that has not come up
    // Whether that has changed since it was last taken.
    bool hasChanged() const { return m_hasChanged; }
    bool takeChange();
    void change() { m_hasChanged = true; } // what was taken has not arrived

private:
    void advance();

    std::int64_t m_next = 0; // the first that has not come up
    std::set<std::int64_t> m_open; // came up, and not done with
    std::set<std::int64_t> m_ahead; // done with, and beyond the oldest that is not
    bool m_hasChanged = false;
};

} // namespace services::broker::kafka
