// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace services::storage {

// Told of each commit of a database in which something has changed, be it of a transaction or of a lone
// statement. For whoever counts them, or tests what a crash right before or after one does. Thread of the
// database.
class CommitObserver
{
public:
    virtual ~CommitObserver() = default;

    // In the middle of it: the database must not be used. False: it is rolled back.
    virtual bool mayCommit() = 0;
    // Right after it; `committed` is false when it was rolled back, or failed.
    virtual void ended(bool committed) = 0;
};

} // namespace services::storage
