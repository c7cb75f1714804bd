// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow.h"

namespace model::analysis {

// How likely callers remember the answer to a question which they have asked before: by how often each call
// was made before the faults, and how many different questions there are. Of well times only.
class Memory
{
public:
    explicit Memory(const Ground &ground);

    // Which share of the failed calls an earlier answer can stand in for, so many seconds after the faults
    // began; `answered`: the share of the calls that still get answers.
    double remembered(const Ground::Call &call, double moment, double answered) const;

private:
    struct Questions
    {
        double perSecond = 0; // from one instance
        double variety = 1; // how many different ones
    };
    void learn(const Stage &stage, const JourneyPlay &play, double perSecond, double variety);
    double varietyOf(const system::Journey &journey) const;

    const Ground &m_ground;
    std::vector<std::vector<Questions>> m_questions; // by call
};

} // namespace model::analysis
