// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "soakplan.h"
#include "soakverdict.h"

#include <services/platform/platform.h>

#include <QTemporaryDir>

namespace tests::soak {

// The shop in both shapes under load, to which one random thing after another is done as planned. In the end
// all is repaired, and everything must work as if nothing had been. Thread of its platform.
class Soak
{
public:
    struct Options
    {
        quint64 seed = 1;
        int steps = 200;
        std::chrono::milliseconds atMost{60'000}; // then no further step is done
        std::chrono::milliseconds pauseAtMost{60}; // between two steps
        int faultsAtOnce = 4;
        double shoppersPerSecond = 15; // on each fleet
    };
    explicit Soak(Options options);
    ~Soak();

    // The reason, if it did not go well.
    model::result::Result<void> run();
    int stepsDone() const { return m_stepsDone; }
    // Resident, of the whole program, after each step: what is forgotten with each would show.
    const MemoryCourse &memory() const { return m_course; }
    const QStringList &log() const { return m_log; } // what was done

private:
    using Done = model::result::Result<void>;

    Done start();
    Done perform(const model::operation::Action &action);
    QFuture<Done> begin(const model::operation::Action &action);
    services::platform::Place placeOf(const model::operation::Target &target) const;
    Done repair();
    Done untilHealthy();
    Done untilJourneysWork();
    Done restoreSettings();
    Done obeyed(QFuture<Done> command, const QString &what);

    Options m_options;
    const model::system::System m_shop;
    std::vector<model::packaging::Packaging> m_packagings;
    QTemporaryDir m_folder;
    std::unique_ptr<services::platform::Platform> m_platform;
    QStringList m_log;
    int m_stepsDone = 0;
    qint64 m_memory = 0; // of the latest snapshot
    MemoryCourse m_course;
};

} // namespace tests::soak
