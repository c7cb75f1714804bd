// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trial.h"

#include <services/experiment/tally.h>

#include <map>

namespace services::verification {

using experiment::Tally;
using States = std::map<model::system::JourneyId, Tally>;

// When what is measured may be believed: after the time that the trial needs at least, as soon as the states
// have stayed the same for a while and nothing that customers still wait for can change them. A value,
// without a clock of its own.
class Settling
{
public:
    struct Options
    {
        std::chrono::milliseconds atLeast{4000};
        std::chrono::milliseconds steadyFor{2000};
        std::chrono::milliseconds lostAfter{0}; // what is awaited has come by then, or is lost
        std::chrono::milliseconds atMost{45'000};
        std::chrono::milliseconds window{2000}; // of the attempts that count
        int fewest = 5; // attempts at each journey
    };

    // What the trial needs on such a fleet: longer when customers may have to wait until they lose their
    // patience or places run out, and with a wider window for what only happens now and then.
    static Options optionsFor(const Shape &shape, const Trial &trial);

    explicit Settling(Options options);
    const Options &options() const { return m_options; }
    // To be asked again and again with the time since the faults began.
    bool isSettled(const States &states, std::chrono::milliseconds since);

private:
    bool isUndecided(const States &states, std::chrono::milliseconds since) const;

    Options m_options;
    std::map<model::system::JourneyId, JourneyState> m_last;
    std::chrono::milliseconds m_steadySince{0};
};

} // namespace services::verification
