// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stage.h"

namespace model::analysis {

// One visit to an endpoint, from being let in to the answer: what its unit, its capability, its store and the
// calls it makes do to it. Lives for one play.
class Handling
{
public:
    Handling(Stage &stage, const Visit &visit);
    Play play();

private:
    int accesses() const; // to the unit's database
    void letIn();
    void suffer(const Fault &fault);
    void work();
    void checkSession();
    void access(const Fault &store);
    void make(const Ground::Call &call);
    Mixture callOf(const Ground::Call &call, double share);
    void follow(const Ground::Call &call, const Mixture &outcome);

    // Of those that go on, a share ends so.
    void end(double share, Ending ending, int reason);
    void delay(const Mixture &delays);
    double goingShare() const
    {
        return m_going.shareOf([](const Fate &) { return true; });
    }

    Stage &m_stage;
    const Stage::Setting &m_setting;
    const Ground::Endpoint &m_endpoint;
    const system::Capability &m_capability;
    const Lot &m_lot;
    const Strain::OfLot &m_strain;
    Play m_play;
    Mixture m_going;
    Mixture m_done;
};

} // namespace model::analysis
