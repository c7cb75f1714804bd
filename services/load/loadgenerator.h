// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "crowd.h"

#include <services/faults/blame.h>
#include <services/transport/addresssource.h>

#include <QObject>
#include <QThread>

#include <memory>

namespace services::load {

// Shoppers for one fleet, on a thread of their own, so that a busy shop cannot slow down its own measurement.
// Lives in the control thread; the thread begins with it and has ended when it is destroyed (attempts under
// way are abandoned without a result). It never fails: what the shop does wrong is in the results.
class LoadGenerator : public QObject
{
    Q_OBJECT
public:
    // Of the fleet; used in the generator's thread alone.
    struct Entrance
    {
        std::unique_ptr<transport::AddressSource> addresses;
        faults::Blame blame;
    };
    LoadGenerator(model::system::System system,
                  Entrance entrance,
                  Crowd::Options options,
                  QObject *parent = nullptr);
    ~LoadGenerator() override;

    void setShoppersPerSecond(double rate);
    void setRush(double perSecond, const QByteArray &cause); // see Crowd
    void setRepeats(int repeats, const QByteArray &cause);
    void endAttempts(); // as failed; their results are in the next batch

Q_SIGNALS:
    void ready(); // once: enough customers are logged in
    void batchReady(const services::load::LoadBatch &batch); // ten times a second

private:
    class Worker;
    QThread m_thread;
    Worker *m_worker; // lives and dies in the thread
};

} // namespace services::load
