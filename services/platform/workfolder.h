// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/result/result.h>
#include <model/system/system.h>

#include <QLockFile>

#include <memory>
#include <vector>

namespace services::platform {

// The folder in which a desktop keeps the stores of its shops. It goes when the program ends as it should;
// that of a program which was killed stays, and the next one with the same purpose takes it up: nothing is
// lost, and whatever was under way is settled then. Each running desktop has a folder of its own. Any thread.
class WorkFolder
{
public:
    // Below `root`, which is made when it does not exist; ReadOnly when nothing can be written there. Folders
    // of killed programs with another purpose go when a week old, and so does one that was taken up again and
    // again and never ended well: maybe what is in it is the reason.
    static model::result::Result<WorkFolder> take(const QString &root, const QByteArray &purpose);
    WorkFolder(WorkFolder &&) noexcept = default;
    WorkFolder &operator=(WorkFolder &&) = delete;
    ~WorkFolder();

    QString path() const;
    bool isTakenUp() const { return m_isTakenUp; }

private:
    WorkFolder(QString entry, std::unique_ptr<QLockFile> lock, bool isTakenUp);

    QString m_entry;
    std::unique_ptr<QLockFile> m_lock; // null: moved from
    bool m_isTakenUp = false;
};

// Whose stores those are: of this version of the program, for this system in these shapes.
QByteArray purposeOf(const model::system::System &system,
                     const std::vector<model::packaging::Packaging> &packagings);
// Where desktops usually have theirs, in the user's own data (XDG_DATA_HOME).
QString usualWorkRoot();

} // namespace services::platform
