// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyreader.h"

#include "capabilityreader.h"

namespace model::system {

using namespace Qt::StringLiterals;
using json::ObjectReader;
using json::Presence;

namespace {

constexpr json::Range<double> waits{1, 600'000};

json::Choices<Given> givens()
{
    return {{u"nobody"_s, Given::Nobody},
            {u"shopper"_s, Given::Shopper},
            {u"session"_s, Given::Session},
            {u"filled-cart"_s, Given::FilledCart},
            {u"placed-order"_s, Given::PlacedOrder}};
}

Until readUntil(ObjectReader &in)
{
    using std::chrono::milliseconds;
    Until until;
    until.pointer = in.text(u"pointer"_s, json::pointerRule());
    until.lateAfter
        = std::chrono::round<milliseconds>(in.milliseconds(u"lateAfterMs"_s, waits, until.lateAfter));
    until.lostAfter
        = std::chrono::round<milliseconds>(in.milliseconds(u"lostAfterMs"_s, waits, until.lostAfter));
    if (until.lostAfter <= until.lateAfter)
        in.report(
            u"lostAfterMs"_s,
            u"What is lost after %1 ms cannot be late after %2 ms. Make \"lostAfterMs\" the larger one."_s
                .arg(until.lostAfter.count())
                .arg(until.lateAfter.count()));
    return until;
}

Step readStep(ObjectReader &in, const CapabilityId &entry)
{
    Step step;
    step.endpoint = {entry, in.text(u"operation"_s, operationRule())};
    step.path = in.textsByName(u"path"_s);
    step.query = in.textsByName(u"query"_s);
    step.body = in.anyObject(u"body"_s);
    step.authorised = in.flag(u"authorised"_s, false);
    step.expectedStatus = in.integer(u"expectedStatus"_s, {200, 299}, step.expectedStatus);
    step.captures = in.textsByName(u"captures"_s, json::pointerRule());
    in.object(u"until"_s, Presence::Optional, [&](ObjectReader &until) { step.until = readUntil(until); });
    return step;
}

} // namespace

Journey readJourney(ObjectReader &in, const CapabilityId &entry)
{
    Journey journey;
    journey.id.value = in.text(u"id"_s, json::identifier());
    journey.title = in.text(u"title"_s);
    journey.weight = in.number(u"weight"_s, {0, 1'000'000}, journey.weight);
    journey.given = in.choice(u"given"_s, givens(), std::optional(Given::Nobody));
    in.objects(u"steps"_s, Presence::Required,
               [&](ObjectReader &each) { journey.steps.push_back(readStep(each, entry)); });
    return journey;
}

} // namespace model::system
