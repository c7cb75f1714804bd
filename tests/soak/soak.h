// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/faulttable.h>
#include <services/platform/platform.h>

#include <QTemporaryDir>

#include <random>

namespace tests::soak {

// The shop in both shapes under load, to which one random thing after another is done: faults, their repair,
// crashes, restarts, scalings. In the end all is repaired, and everything must work as if nothing had been.
// The same seed does the same things. Thread of its platform.
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
    const QStringList &log() const { return m_log; } // what was done

private:
    using Done = model::result::Result<void>;

    Done start();
    Done step();
    Done inject();
    Done lift();
    Done order();
    Done repair();
    Done untilHealthy();
    Done untilJourneysWork();
    model::operation::Fault randomFault();
    services::platform::Place randomUnit();
    std::size_t draw(std::size_t count);
    Done obeyed(QFuture<Done> command, const QString &what);

    Options m_options;
    std::mt19937_64 m_random;
    model::system::System m_shop;
    QTemporaryDir m_folder;
    std::unique_ptr<services::platform::Platform> m_platform;
    std::vector<model::operation::Fault> m_inForce;
    QStringList m_log;
    int m_stepsDone = 0;
};

} // namespace tests::soak
