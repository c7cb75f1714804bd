// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <model/operation/fault.h>

namespace app::inspector {

// Who is at the other end of a fault: whom a line leads to, or which messages. Nobody: the fault has none.
struct OtherEnd
{
    QString title;
    model::system::CapabilityId callee;
    model::system::TopicId topic;

    bool operator==(const OtherEnd &) const = default;
};

// Kinds of faults which take the same, as they can be done to a subject.
struct FaultGroup
{
    QString title; // "The whole program"
    QString whom; // exactly whom they take, or why there is nothing to be done
    std::vector<model::operation::Fault> faults; // one a kind, with presets and the first of the other ends
    std::vector<OtherEnd> others;
    bool choosesInstance = false; // each of them can be done to one instance only
};

// Everything that can be done to the subject, grouped by what it takes. A line is offered only when calls of
// the capability cross units on it.
std::vector<FaultGroup> faultGroups(const model::system::System &system,
                                    const model::packaging::Packaging &packaging,
                                    const Subject &subject);

// The few that belong on a menu, and of lines to be cut one for each other end.
std::vector<model::operation::Fault> usualFaults(const model::system::System &system,
                                                 const model::packaging::Packaging &packaging,
                                                 const Subject &subject);

// Whether a fault in force is what undoing an offered one of the packaging's fleet would lift: the same kind,
// to the same whom; settings and instances may differ.
bool isMeant(const model::operation::Fault &inForce,
             const model::operation::Fault &offered,
             const model::packaging::Packaging &packaging);

} // namespace app::inspector
