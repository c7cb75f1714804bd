// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fleettelemetry.h"
#include "instanceplan.h"

#include <QObject>

namespace services::runtime {

// One instance as its host runs it, from launch to end. Belongs to the control thread; no order blocks it.
// Destroying it crashes what still runs, and waits for the end until the plan's stop limit.
class HostedInstance : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // At once: connections reset, work abandoned, memory lost; whatever the instance does at the moment.
    virtual void crash() = 0;
    // In good order: takes nothing new, answers what it has, and ends; what takes longer is cut off.
    virtual void stop(std::chrono::milliseconds limit) = 0;
    // Asks for a report: `reported` follows, unless the instance hangs or ends first.
    virtual void requestReport() = 0;
    // The faults in force have changed.
    virtual void lookAtFaults() = 0;

Q_SIGNALS:
    void listening(quint16 port);
    void failed(const model::result::Error &error); // could not start; `ended` follows
    void perished(const model::result::Error &why); // a fault killed it from inside; `ended` follows
    void reported(const services::runtime::InstanceReport &report); // also the last one, before `ended`
    void ended(); // nothing of it is left: no thread, no socket, no memory
};

// Where instances run: threads of this program today, processes and containers later. Nothing above it may
// assume which. Control thread.
class Host
{
public:
    virtual ~Host() = default;
    virtual std::unique_ptr<HostedInstance> launch(InstancePlan plan) = 0;
};

} // namespace services::runtime
