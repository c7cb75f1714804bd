// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "strain.h"

#include <map>
#include <tuple>

namespace model::analysis {

// Who asks, as far as it decides whether somebody remembers the answer: a journey's customers, about what
// may have been asked about before, or about what is new. The last one is anybody.
struct Asker
{
    int journey = -1; // -1: anybody
    bool isAboutNews = false;

    static std::size_t count(const system::System &system) { return 2 * system.journeys.size() + 1; }
    std::size_t index(std::size_t count) const
    {
        return journey < 0 ? count - 1 : 2 * static_cast<std::size_t>(journey) + (isAboutNews ? 1 : 0);
    }
    auto operator<=>(const Asker &) const = default;
};

// How an endpoint is asked.
struct Visit
{
    int endpoint = 0;
    int lot = 0; // of its unit
    bool isLocal = false; // by a capability of the same unit
    bool isKeyed = false; // on the way to change something, with an idempotency key
    double budget = never; // seconds until nobody waits for the answer any more
    Asker asker = {};

    auto order() const { return std::tuple(endpoint, lot, isLocal, isKeyed, budget, asker); }
    bool operator<(const Visit &other) const { return order() < other.order(); }
};

// What becomes of such a visit, in its unit, and what it asks of others.
struct Play
{
    struct Next // visits which it makes
    {
        std::size_t play = 0;
        double count = 0; // in the mean
    };
    struct Use // calls which it makes
    {
        const Ground::Call *call = nullptr;
        double made = 0; // in the mean; before any policy stops them
        double failed = 0; // share of those let through
        double slow = 0;
        double heldSeconds = 0; // in the mean
        double lost = 0; // share which is never answered
        double passes = 1; // share which no policy stops
        double arrives = 1; // share of those which a line does not keep
        double connectedSeconds = 0; // for which those have a connection, in the mean
        double connectedLost = 0; // share of them which never gives it back
        int lostReason = 0;
    };
    Visit visit;
    Mixture answer;
    double admitted = 1; // share which is let in
    std::vector<Next> next;
    std::vector<Use> uses;
};

// Plays requests in a fleet under a given strain, in one phase, at one moment: how each ends follows from how
// the calls end which it makes. Optional circles of calls end where they began. Borrows everything.
class Stage
{
public:
    struct Setting
    {
        const Ground &ground;
        const Troubles &troubles;
        const Strain &strain;
        Reasons &reasons;
        double moment = 0; // seconds since the faults began
    };
    Stage(const Setting &setting, const Phase &phase);

    // Two health checks which are missed, each after its time limit, and the pause between (services/runtime,
    // Registry).
    static constexpr double secondsUntilUnresponsive = 1.2;

    // What comes of a customer's request, who asks another instance when one is not there, and waits as long
    // as the visit's budget; `next` is told which visits it makes. Its lot does not matter.
    Mixture enter(const Visit &visit, std::vector<Play::Next> &next);

    // In such an order that each comes after those which it makes.
    const std::vector<Play> &plays() const { return m_plays; }
    const Phase &phase() const { return m_phase; }

    std::size_t played(const Visit &visit);
    const Play &play(std::size_t number) const { return m_plays[number]; }

    // How often a request is sent again.
    struct Repeats
    {
        int attempts = 1; // at most
        bool afterReset = false;
        bool afterOutage = false; // whatever the outage
        double pauseSeconds = 0;
        double allowed = 1; // repeats per request, by the budget
    };
    // What comes of a request over the network to the endpoint's unit, as whoever asks finds it but for his
    // own patience. The visit's lot does not matter: it is chosen. `next` is told which visits are made.
    Mixture attempts(const Visit &visit, const Repeats &repeats, std::vector<Play::Next> &next);

    const Setting &setting() const { return m_setting; }

private:
    struct Pick
    {
        std::size_t lot = 0;
        double share = 0;
    };
    std::vector<Pick> picks(int unit, bool refusing) const;
    double shareOfSlow(int unit, std::size_t lot, int listed) const;
    double shareNotEjected(int unit, std::size_t lot) const;
    bool isGone(int unit, std::size_t lot) const;
    bool isUnresponsive(int unit, std::size_t lot) const;
    Mixture once(const Visit &visit, bool refusing, double share, std::vector<Play::Next> &next);
    Mixture arriveAt(const Visit &visit, double share, std::vector<Play::Next> &next);
    int absence(int unit) const;

    Setting m_setting;
    const Phase &m_phase;
    std::vector<Play> m_plays;
    std::map<Visit, std::size_t> m_known;
    std::vector<Visit> m_underWay;
};

} // namespace model::analysis
