// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifyorder.h"

namespace services::lab {

using namespace Qt::StringLiterals;

void addVerifyOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"policies"_s,
         u"What protects the calls; may be repeated. none: nothing; usual: a time limit and retries, as "
         u"fleets "
         u"start; all: besides breakers, bulkheads, fallbacks, shedding and ejection. Without it: none, then "
         u"all."_s,
         u"none|usual|all"_s},
        {u"fault"_s,
         u"Tries this fault only, as \"faultline-lab faults\" tells, or several at the same time, with \"+\" "
         u"between; may be repeated. Without it: each that the system has, but of those which are the same "
         u"to "
         u"a fleet one."_s,
         u"FAULT"_s},
        {u"pairs"_s, u"Tries each pair of crashes and hangs instead of single faults."_s},
        {u"instances"_s,
         u"Gives each unit so many instances, and tries a crash, a freeze, errors and slow answers of one of "
         u"them, or what --fault or --pairs say. Of two, one that always fails has half of the requests, "
         u"which is the border of down: 3 tells more. Without it: as packaged, and a fault takes all."_s,
         u"N"_s},
        {u"random"_s, u"Tries so many systems drawn by lot instead, from the seed on."_s, u"N"_s},
        {u"trials"_s,
         u"Tries at most so many faults on each fleet, drawn by lot. Without it: all; on random systems 4."_s,
         u"N"_s},
        {u"minutes"_s,
         u"Ends within about this time and says which share of the faults was tried: of each kind, packaging "
         u"and policies about the same. Exit 0 takes no note of those that were not begun. Without it: tries "
         u"all, and none may be left out. More than two in a hundred that tell nothing are too many for exit "
         u"0."_s,
         u"N"_s},
        {u"rate"_s, u"How often each journey is tried in a second. Without it: 10."_s, u"N"_s},
        {u"lanes"_s,
         u"How many fleets run side by side. Without it: %1; fewer when the machine does not keep up."_s.arg(
             verification::Sweep::Options().lanes),
         u"N"_s},
        {u"at-least"_s, u"The share of the journeys that must agree for exit 0. Without it: 1."_s, u"SHARE"_s,
         u"1"_s},
        {u"json"_s, u"Writes the result as JSON instead of a table."_s},
    });
    Inputs::addSystem(parser);
    Inputs::addPackaging(parser,
                         u"Tries this packaging only; may be repeated. Without it: the three presets."_s);
    Inputs::addRunning(parser);
}

} // namespace services::lab
