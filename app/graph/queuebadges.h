// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vitality.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

namespace app::graph {

// Shows what waits for each consumer: as a sign on the line from the topic, in the tool tip of who consumes
// it, and on its module where there is no line. A queue that only lets messages pass is not worth a word.
class QueueBadges
{
public:
    QueueBadges(const model::system::System &system, const model::packaging::Packaging &packaging);

    void add(const std::vector<services::broker::QueueStatus> &queues, Vitality &vitality) const;

private:
    void add(const services::broker::QueueStatus &queue,
             const model::system::Capability &consumer,
             Vitality &vitality) const;

    const model::system::System &m_system;
    const model::packaging::Packaging &m_packaging;
};

} // namespace app::graph
