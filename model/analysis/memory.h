// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow.h"

namespace model::analysis {

// Whether somebody keeps answers under these policies.
bool remembersAnswers(const operation::PolicyBook &book);

// How likely callers remember the answer to a question which they have asked before: by how often each call
// was made before the faults, how many different questions there are, and how soon those who ask log in anew,
// for an answer is only remembered for the same session (services/resilience, AnswerCache).
class Memory
{
public:
    explicit Memory(const Ground &ground);

    // Which share of the failed calls an earlier answer can stand in for, so many seconds after the faults
    // began. Since then a share of the calls still gets answers, and a share of the log-ins succeeds.
    struct Since
    {
        double answered = 1;
        double loggedIn = 1;
        double newOrders = 1; // of those who ask about an order: who ask about one from afterwards
    };
    // By asker.
    std::vector<double> remembered(const Ground::Call &call, double moment, const Since &since) const;

private:
    struct Questions
    {
        int journey = 0;
        double perSecond = 0; // from one instance
        double variety = 1; // how many different ones, of one person
        bool isPersonal = false; // others, or the same person in another session, ask something else
        bool isAboutOrders = false; // the newest
    };
    double
    knownShare(const Questions &questions, const Ground::Call &call, double moment, const Since &since) const;
    void learn(const Stage &stage, const JourneyPlay &play, Questions questions);
    Questions questionsOf(const system::Journey &journey) const;

    const Ground &m_ground;
    std::vector<std::vector<Questions>> m_questions; // by call
    double m_logInsPerSecond = 0;
};

} // namespace model::analysis
