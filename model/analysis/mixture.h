// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <limits>
#include <utility>
#include <vector>

namespace model::analysis {

constexpr double never = std::numeric_limits<double>::infinity();

// How a request may end, as whoever asked sees it. From Refused on it has failed.
enum class Ending
{
    Full,
    Degraded, // a fallback stood in
    Refused, // nobody there, or the connection was refused: nothing was sent
    Reset, // the connection broke before the answer was there
    Silent, // whoever asked has waited long enough
    Away, // answered that the callee, or somebody it needs, is not well (5xx)
    Wrong, // answered that the question is wrong (4xx): no fallback stands in for that
};
bool hasFailed(Ending ending);
bool isOutage(Ending ending); // failed, and not by the asker's own mistake

// One of the things that may become of a request.
struct Fate
{
    double share = 1; // of all requests
    double seconds = 0; // until then; never: it hangs
    Ending ending = Ending::Full;
    int reason = 0; // of Reasons; 0: nothing special
};

// All that may become of a request, with shares which sum up to one. Small shares of the same ending are put
// together. A value.
class Mixture
{
public:
    Mixture() = default;
    explicit Mixture(Fate certain) { add(certain); }

    void add(Fate fate);
    void add(const Mixture &other, double share);
    const std::vector<Fate> &fates() const & { return m_fates; }
    std::vector<Fate> fates() && { return std::move(m_fates); } // of a passing one, for loops over it
    bool isEmpty() const { return m_fates.empty(); }

    template<typename Matches>
    double shareOf(Matches matches) const
    {
        double sum = 0;
        for (const auto &fate : m_fates)
            sum += matches(fate) ? fate.share : 0;
        return sum;
    }
    double neverShare() const;
    int neverReason() const; // of one that hangs; 0: none does
    double meanSeconds() const; // of those that end, times their share; those that hang count nothing

private:
    void shrink();

    std::vector<Fate> m_fates;
};

// First one thing, then the other, unless the first has failed; reasons of the first go first.
Mixture inSequence(const Mixture &first, const Mixture &second);
// So many of the same kind at once, waited for together: the worst decides.
Mixture worstOf(const Mixture &one, int count);
// Nobody waits longer: what would take as long or longer has ended Silent by then.
Mixture cutAt(const Mixture &mixture, double seconds);

} // namespace model::analysis
