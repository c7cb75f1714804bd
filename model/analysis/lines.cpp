// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lines.h"

#include "wording.h"

#include <algorithm>
#include <cmath>

namespace model::analysis {

using operation::FaultSetting;

namespace {

constexpr double partBytes = 1460; // of a TCP segment
constexpr double firstRetransmission = 0.2; // seconds; doubles
constexpr int mostLosses = 12; // in a row
constexpr double steadyUse = 0.95; // from here on the queue is what has gathered in time

bool strikes(FaultKind kind, bool isAnswer)
{
    switch (kind) {
    case FaultKind::CutOff:
    case FaultKind::LinkLoss:
    case FaultKind::LinkBandwidth:
        return true;
    case FaultKind::CutRequests:
    case FaultKind::LinkSlow:
        return !isAnswer;
    case FaultKind::CutReplies:
        return isAnswer;
    default:
        return false;
    }
}

// Parts are lost one by one and sent again side by side: the last to come decides.
Mixture lossy(double share, int bytes, int reason)
{
    const double parts = std::max(1.0, std::ceil(bytes / partBytes));
    Mixture mixture;
    double sum = 0;
    for (int losses = 0; losses <= mostLosses; ++losses) {
        const double upTo = losses == mostLosses ? 1 : std::pow(1 - std::pow(share, losses + 1), parts);
        const double seconds = firstRetransmission * (std::pow(2, losses) - 1);
        mixture.add({upTo - sum, seconds, Ending::Full, losses > 0 ? reason : 0});
        sum = upTo;
    }
    return mixture;
}

// One after another (M/D/1), behind what has gathered; what would come too late does not take the line. What
// nobody limits waits behind all that came before: of a steady stream, a share gets through, later and later,
// and the others stay, until there is no room for more who wait (see Course).
Mixture narrow(double bytesPerSecond, const Passage &passage, int reason)
{
    const double own = passage.bytes / bytesPerSecond;
    if (own >= passage.budget)
        return Mixture({1, never, Ending::Silent, reason});
    const double offered = passage.isAnswer ? passage.load.answeredPerSecond : passage.load.askedPerSecond;
    const double backlog = passage.isAnswer ? passage.load.answeredBacklog : passage.load.askedBacklog;
    const double use = offered / bytesPerSecond;
    const double gathered = std::min(backlog / bytesPerSecond, passage.moment);
    if (use < 1) {
        const double steady = own * use / (2 * (1 - std::min(use, steadyUse)));
        const double waiting = std::min(gathered, passage.budget);
        return Mixture({1, own + std::max(steady, waiting), Ending::Full, reason});
    }
    const double queue = passage.budget == never ? own + std::max((1 - 1 / use) * passage.moment, gathered)
                                                 : std::min((use - 1) * passage.moment, passage.budget * 0.9);
    Mixture mixture({1 - 1 / use, never, Ending::Silent, reason});
    mixture.add({1 / use, queue, Ending::Full, reason});
    return mixture;
}

Mixture struckBy(const Fault &fault, const Passage &passage, int reason)
{
    switch (fault.kind) {
    case FaultKind::LinkSlow:
        return Mixture({1, fault.setting(FaultSetting::DelayMs) / 1000, Ending::Full, reason});
    case FaultKind::LinkLoss:
        return lossy(fault.setting(FaultSetting::Share), passage.bytes, reason);
    case FaultKind::LinkBandwidth:
        return narrow(fault.setting(FaultSetting::KilobytesPerSecond) * 1000, passage, reason);
    default:
        return Mixture({1, never, Ending::Silent, reason});
    }
}

} // namespace

Mixture passed(const std::vector<const Fault *> &faults,
               const Passage &passage,
               const Ground &ground,
               Reasons &reasons)
{
    Mixture mixture(Fate{});
    for (const Fault *fault : faults) {
        if (strikes(fault->kind, passage.isAnswer))
            mixture = inSequence(mixture, struckBy(*fault, passage, reasons.add(wordsOn(*fault, ground))));
    }
    return mixture;
}

} // namespace model::analysis
