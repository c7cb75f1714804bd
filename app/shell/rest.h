// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QObject>

#include <optional>

namespace app::shell {

// Lets most shoppers go home while nobody looks, so that a minimised window leaves the processor and the
// battery alone: some time after it was minimised, if nothing is under way whose end somebody may wait for (a
// fault in force, an autoscaler, an instance that is not well). They come back with whoever comes back. GUI
// thread.
class Rest : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds beginsAfter{30};
    static constexpr double shoppersPerSecond = 5; // on each shape: enough that all is known to be well

    using QObject::QObject;

    void setAllowed(bool allowed) { m_isAllowed = allowed; }
    // Ten times a second.
    void take(const services::platform::Snapshot &snapshot, bool isMinimised);
    bool isResting() const { return m_begun.has_value(); }

Q_SIGNALS:
    void began();
    void ended(std::chrono::nanoseconds lasted);

private:
    bool isDue(const services::platform::Snapshot &snapshot, bool isMinimised);

    bool m_isAllowed = true;
    std::optional<model::telemetry::Instant> m_quietSince;
    std::optional<model::telemetry::Instant> m_begun;
};

} // namespace app::shell
