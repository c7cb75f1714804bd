// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "host.h"

#include <QDeadlineTimer>
#include <QThread>

namespace services::runtime {

// An instance in a thread of this program, seen from the control thread. All that the instance owns is made,
// used and destroyed in its thread; orders and reports cross as values. A thread that hangs in a computation
// cannot be ended: its sockets are cut from outside, and at the end it is left behind.
class ThreadInstance final : public HostedInstance
{
    Q_OBJECT
public:
    explicit ThreadInstance(InstancePlan plan);
    ~ThreadInstance() override;

    void crash() override;
    void stop(std::chrono::milliseconds limit) override;
    void requestReport() override;
    void lookAtFaults() override;

private:
    class Body;
    void begin();
    void refuse(const model::result::Error &error);
    void onFinished();
    void cutIfItHangs();
    void leaveBehind();

    std::chrono::milliseconds m_stopLimit;
    quint16 m_port = 0;
    bool m_crashed = false;
    bool m_reportAsked = false;
    QDeadlineTimer m_patience; // with the thread, once it was ordered to crash
    std::shared_ptr<Body> m_body; // shared with the thread
    std::unique_ptr<QThread> m_thread;
};

} // namespace services::runtime
