// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vitality.h"

#include <model/packaging/packaging.h>
#include <services/platform/snapshot.h>

namespace app::graph {

// Says on each unit how many requests wait inside it, when they do so for long: what never ends is in no
// figure of what has ended, so a unit that waits for somebody who hangs would look well.
class WaitBadges
{
public:
    explicit WaitBadges(const model::packaging::Packaging &packaging);

    void add(const std::vector<services::platform::InstanceSnapshot> &instances, Vitality &vitality) const;

private:
    const model::packaging::Packaging &m_packaging;
};

} // namespace app::graph
