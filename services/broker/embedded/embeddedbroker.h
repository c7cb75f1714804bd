// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/threadedbroker.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

#include <atomic>

namespace services::broker::embedded {

// The broker that Faultline brings along: queues in one SQLite file. What came in while it was busy is stored
// in one transaction, which makes many publishers fast. Confirmed messages survive the death of the process,
// and of the machine when `survivesPowerLoss` is set (one fsync per transaction). Down, its thread lets go of
// the file and of all it knows, as the end of a process would.
class EmbeddedBroker final : public ThreadedBroker
{
public:
    struct Options
    {
        QString file;
        Patience patience;
        std::size_t rememberedIds = 16'384; // how many published ids are kept to recognise repeats
        bool survivesPowerLoss = false;
    };

    // Opens the file, or makes it, and starts working, without blocking the scope's thread: takes
    // milliseconds, or seconds when another process holds the file. Errors are those of storage; Cancelled
    // when the scope ends.
    static QCoro::Task<Result<std::shared_ptr<EmbeddedBroker>>> open(waiting::WaitScope &scope,
                                                                     Options options);
    ~EmbeddedBroker() override;

protected:
    Result<std::unique_ptr<Engine>> openEngine() override;
    void abandonOpening() override;

private:
    explicit EmbeddedBroker(Options options);

    Options m_options;
    bool m_isOpen = false;
    std::atomic<bool> m_isUnwanted = false; // gives up the wait for the file
};

} // namespace services::broker::embedded
