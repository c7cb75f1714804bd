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
        std::chrono::milliseconds window = model::operation::stateWindow; // of the attempts that count
        int fewest = 5; // attempts at each journey
        std::chrono::milliseconds mostMore{10'000}; // for those which are too close to call
    };

    // Later turns are not waited for.
    static constexpr std::chrono::milliseconds latestTurn{45'000};
    // By then all is over.
    static constexpr std::chrono::milliseconds latestEnd{60'000};
    // When states are predicted to change. As no such time is exact, nothing is looked at about then.
    struct Turns
    {
        std::chrono::milliseconds last{0}; // which is waited for
        std::optional<std::chrono::milliseconds> next; // which is not
    };
    // What the trial needs on such a fleet: longer when customers may have to wait until they lose their
    // patience or places run out, and with a wider window for what only happens now and then. What is looked
    // at is later than the last turn, and earlier than the next.
    static Options optionsFor(const Shape &shape, const Trial &trial, const Turns &turns);
    // When nobody is left who began this journey before it turned: whoever waits for what comes later does so
    // for long. Where it turns sooner than that, what is still undecided is waited for anyway; and
    // just then it turns because the first ones have lost what they waited for.
    static std::chrono::milliseconds overAfter(const model::system::Journey &journey,
                                               std::chrono::milliseconds turn);
    // Whether the trial's faults come and go, or take only some requests, as those of one instance do.
    static bool isOfChance(const Trial &trial);

    explicit Settling(Options options);
    // Of the attempts that count at that time after the faults began: it grows while more are waited for.
    std::chrono::milliseconds window(std::chrono::milliseconds since) const;
    std::chrono::milliseconds longestWindow() const { return m_options.window + m_options.mostMore; }
    // To be asked again and again with the time since the faults began.
    bool isSettled(const States &states, std::chrono::milliseconds since);

private:
    bool isSteady(const States &states, std::chrono::milliseconds since);
    bool isUndecided(const States &states, std::chrono::milliseconds since) const;
    bool mayLook(std::chrono::milliseconds since);

    Options m_options;
    std::map<model::system::JourneyId, JourneyState> m_last;
    std::chrono::milliseconds m_steadySince{0};
    std::optional<std::chrono::milliseconds> m_steadyAt; // since then only more attempts are waited for
    std::chrono::milliseconds m_nextLook{0}; // whether they decide
    bool m_areOnlyFew = false; // none is close at the last look: some are alike, but too few
};

} // namespace services::verification
