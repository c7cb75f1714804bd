// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "action.h"

#include "faulttext.h"

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

QString in(const system::PackagingId &fleet)
{
    return fleet.isEmpty() ? QString() : u" in %1"_s.arg(fleet.value);
}

QString words(const Target &target)
{
    const QString instance = target.instance == 0 ? QString() : u" (instance %1)"_s.arg(target.instance);
    return target.capability.value + instance + in(target.fleet);
}

struct ActionSpeaker
{
    QString operator()(const Crash &action) const { return u"crash "_s + words(action.target); }
    QString operator()(const Restart &action) const { return u"restart "_s + words(action.target); }
    QString operator()(const Scale &action) const
    {
        return u"scale %1 to %2"_s.arg(words(action.target)).arg(action.instances);
    }
    QString operator()(const Autoscale &action) const
    {
        if (!action.settings)
            return u"scale %1 no longer by itself"_s.arg(words(action.target));
        return u"scale %1 by itself, %2 to %3 instances at %4 % busy"_s.arg(words(action.target))
            .arg(action.settings->fewest)
            .arg(action.settings->most)
            .arg(qRound(action.settings->target * 100));
    }
    QString operator()(const SetLoad &action) const
    {
        return u"set the load to %1 shoppers/s"_s.arg(action.shoppersPerSecond);
    }
    QString operator()(const SetPolicies &action) const
    {
        return u"set "_s + operation::words(action.change) + in(action.fleet);
    }
    QString operator()(const SetSafeguard &action) const
    {
        return u"switch %1 %2"_s.arg(QLatin1StringView(description(action.safeguard).word),
                                     action.on ? u"on"_s : u"off"_s)
            + in(action.fleet);
    }
    QString operator()(const Wait &action) const { return u"wait %1 ms"_s.arg(action.duration.count()); }
    QString operator()(const WaitUntilHealthy &action) const
    {
        return u"wait until all instances are healthy"_s + in(action.fleet);
    }
    QString operator()(const WaitUntilJourney &action) const
    {
        return u"wait until %1 is %2"_s.arg(action.journey.value, word(action.state)) + in(action.fleet);
    }
    QString operator()(const Storm &action) const
    {
        QStringList most;
        for (const auto &capability : action.most)
            most.append(capability.value);
        const QString where = most.isEmpty() ? QString() : u", most of all %1"_s.arg(most.join(u" and "_s));
        return u"storm for %1 ms"_s.arg(action.duration.count()) + where;
    }
    QString operator()(const Inject &action) const { return u"inject "_s + textOf(action.fault); }
    QString operator()(const Lift &action) const
    {
        return action.fault ? u"lift "_s + textOf(*action.fault) : u"lift all faults"_s + in(action.fleet);
    }
};

} // namespace

QString words(const Action &action)
{
    return std::visit(ActionSpeaker{}, action);
}

} // namespace model::operation
