// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "snapshot.h"

#include <services/capacity/trial.h>

#include <deque>
#include <optional>

namespace services::platform {

// Measures a fleet while nothing is changed: window after window of a few seconds, each so long that some
// hundred shoppers come, and tells what they met once all have been answered. A change of the load, the
// instances or the policies, or anything broken, begins anew, after a while in which queues become as long as
// they get. A plain object: whoever watches the fleet tells it. Control thread.
class SteadyLoad
{
public:
    // Under which the fleet is measured.
    struct Conditions
    {
        double shoppersPerSecond = 0; // as ordered
        model::operation::PolicyBook policies;
        model::packaging::Packaging packaging; // with the instances that run
        bool isUndisturbed = false; // no fault is in force, all instances are well, shoppers come

        bool operator==(const Conditions &) const = default;
    };

    explicit SteadyLoad(const model::system::System &system);

    void take(const load::LoadBatch &batch, Instant now);
    // How the fleet is; to be told ten times a second. Answers the newest measurement, which is kept when
    // conditions change; null: none yet.
    std::shared_ptr<const SteadySnapshot> look(Instant now, const Conditions &conditions);

private:
    struct Window
    {
        capacity::Trial trial;
        int came = 0; // about: told in batches
        capacity::ProcessorUse before;
        bool hasEnded = false;
    };
    void beginWindow(Instant begin);
    bool isAnswered(const Window &window, Instant now) const;
    void keep(const Window &window);
    SteadyFigures figuresOf(const std::deque<Window> &windows) const;

    model::system::System m_system;
    Conditions m_conditions;
    std::optional<Instant> m_since; // the conditions; nothing: disturbed
    std::deque<Window> m_open; // the oldest first
    std::deque<Window> m_kept; // of the same conditions
    std::shared_ptr<const SteadySnapshot> m_newest;
};

} // namespace services::platform
