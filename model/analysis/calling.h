// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lines.h"
#include "stage.h"

namespace model::analysis {

// A call from one capability to another, through the policies that protect it and the line between, in the
// order of services/resilience: fallback(timeout(retry(bulkhead(breaker(line(callee)))))). Lives for one
// play.
class Calling
{
public:
    Calling(Stage &stage, const Visit &caller, const Ground::Call &call);

    struct Made
    {
        Mixture outcome; // as the caller sees it
        std::vector<Play::Next> next; // for one call
        Play::Use use;
    };
    Made make();

private:
    double limit() const;
    Mixture asked(Made &made);
    Mixture acrossLine(Made &made);
    Mixture withoutConnection(const Mixture &answer, double letOut) const;
    Stage::Repeats repeats() const;
    Passage passage(bool isAnswer) const;
    void use(const Mixture &asked, Play::Use &use) const;
    Mixture stopped(const Mixture &asked) const;
    Mixture withFallback(const Mixture &outcome) const;
    bool mayBeRemembered() const;

    Stage &m_stage;
    const Stage::Setting &m_setting;
    const Visit &m_caller;
    const Ground::Call &m_call;
    const operation::CallPolicies &m_policies;
    const Ground::Endpoint &m_from;
    const Ground::Endpoint &m_to;
};

} // namespace model::analysis
