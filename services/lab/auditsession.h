// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <services/platform/folderaudit.h>
#include <services/transport/httpclient.h>
#include <services/waiting/looptimers.h>

#include <QObject>

#include <variant>

namespace services::lab {

// Fleets that run elsewhere, and how they are steered.
struct RunningFleets
{
    transport::Address control;
    QByteArray token;
};

// One audit: reads the books, or asks who runs them, and quits the application's event loop. What it has
// found is then in audit(), or an error has been said. Main thread.
class AuditSession : public QObject
{
    Q_OBJECT
public:
    using Order = std::variant<platform::DataAtRest, RunningFleets>;

    explicit AuditSession(Order order);
    ~AuditSession() override;

    void begin();
    const std::optional<experiment::Audit> &audit() const { return m_audit; }

private:
    using Found = model::result::Result<std::optional<experiment::Audit>>;

    QCoro::Task<> run();
    QCoro::Task<Found> askFor(RunningFleets fleets);

    Order m_order;
    waiting::LoopTimers m_timers;
    waiting::WaitScope m_scope;
    transport::HttpClient m_client{{}, m_scope, m_timers};
    std::optional<experiment::Audit> m_audit;
};

} // namespace services::lab
