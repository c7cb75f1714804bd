// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stage.h"

#include "handling.h"
#include "wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace model::analysis {

namespace {

bool takesNobody(const Lot &lot)
{
    return lot.find(FaultKind::Crash) != nullptr || lot.find(FaultKind::BadConfiguration) != nullptr;
}

} // namespace

Stage::Stage(const Setting &setting, const Phase &phase)
    : m_setting(setting)
    , m_phase(phase)
{
}

bool Stage::isGone(int unit, std::size_t lot) const
{
    if (takesNobody(m_setting.troubles.lots(unit)[lot]))
        return true;
    const auto &flapping = m_setting.troubles.flapping();
    for (std::size_t i = 0; i < flapping.size(); ++i) {
        if (flapping[i].unit == unit && flapping[i].lot == static_cast<int>(lot) && m_phase.isDown[i])
            return true;
    }
    return false;
}

bool Stage::isUnresponsive(int unit, std::size_t lot) const
{
    const auto &suffers = m_setting.troubles.lots(unit)[lot];
    const bool isSilent
        = suffers.find(FaultKind::Freeze) != nullptr || suffers.find(FaultKind::RefuseConnections) != nullptr;
    return isSilent && m_setting.moment >= secondsUntilUnresponsive;
}

// Of the routing table: the healthy instances, or the unresponsive ones where there are no others; of those
// the one with the fewest requests outstanding, so that who keeps requests for long gets few.
std::vector<Stage::Pick> Stage::picks(int unit, bool refusing) const
{
    const auto &lots = m_setting.troubles.lots(unit);
    std::vector<std::size_t> listed;
    for (const bool unresponsive : {false, true}) {
        for (std::size_t lot = 0; lot < lots.size(); ++lot) {
            if (!isGone(unit, lot) && isUnresponsive(unit, lot) == unresponsive)
                listed.push_back(lot);
        }
        if (!listed.empty())
            break;
    }
    if (!refusing)
        std::erase_if(
            listed, [&](std::size_t lot) { return lots[lot].find(FaultKind::RefuseConnections) != nullptr; });
    int instances = 0;
    for (const auto lot : listed)
        instances += lots[lot].instances;
    std::vector<Pick> picks;
    double sum = 0;
    for (const auto lot : listed) {
        const double share = shareOfSlow(unit, lot, instances) * shareNotEjected(unit, lot);
        picks.push_back({lot, share * lots[lot].instances});
        sum += picks.back().share;
    }
    for (auto &pick : picks)
        pick.share = sum > 0 ? pick.share / sum : 1.0 / static_cast<double>(picks.size());
    return picks;
}

// Whoever keeps a request for T is not asked meanwhile, as long as others are idle: of n instances which get
// r requests a second it gets one in n + r T.
double Stage::shareOfSlow(int unit, std::size_t lot, int listed) const
{
    const auto &all = m_setting.strain.lots[static_cast<std::size_t>(unit)];
    double quickest = never;
    double perSecond = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        quickest = std::min(quickest, all[i].heldSeconds);
        perSecond += all[i].outsidePerSecond * m_setting.troubles.lots(unit)[i].instances;
    }
    const double held = all[lot].heldSeconds;
    if (held <= quickest || listed <= 1)
        return 1;
    return held == never ? 0 : listed / (listed + perSecond * (held - quickest));
}

// Callers leave out who fails several times in a row, each time for longer.
double Stage::shareNotEjected(int unit, std::size_t lot) const
{
    const auto &ground = m_setting.ground.unit(unit);
    const auto &policy = ground.policies->ejection;
    const auto &strain = m_setting.strain.of(unit, lot);
    const int instances = ground.declared->instances;
    constexpr double failsAlways = 0.9;
    const auto mostOut = std::max(1, static_cast<int>(policy ? policy->mostEjected * instances : 0));
    if (!policy || instances < 2 || strain.failed < failsAlways
        || m_setting.troubles.lots(unit)[lot].instances > mostOut || strain.outsidePerSecond <= 0)
        return 1;
    double perSecond = 0; // while it is not out
    for (std::size_t i = 0; i < m_setting.troubles.lots(unit).size(); ++i)
        perSecond += m_setting.strain.of(unit, i).outsidePerSecond
            * m_setting.troubles.lots(unit)[i].instances / instances;
    const double untilOut = policy->consecutiveFailures / perSecond;
    const double ejectFor = std::chrono::duration<double>(policy->ejectFor).count();
    double in = 0;
    double passed = 0;
    for (int times = 1; passed < m_setting.moment; ++times) {
        in += std::min(untilOut, m_setting.moment - passed);
        passed += untilOut + ejectFor * times;
    }
    return m_setting.moment > 0 ? std::min(1.0, in / m_setting.moment) : 1;
}

int Stage::absence(int unit) const
{
    const auto &lots = m_setting.troubles.lots(unit);
    for (std::size_t lot = 0; lot < lots.size(); ++lot) {
        for (const Fault *fault : lots[lot].process) {
            const bool isPresent = fault->kind == FaultKind::CpuBurn || fault->kind == FaultKind::ClockSkew;
            if (!isPresent)
                return m_setting.reasons.add(wordsOn(*fault, m_setting.ground));
        }
    }
    return m_setting.reasons.add(QCoreApplication::translate("model::analysis", "no instance of %1 runs")
                                     .arg(m_setting.ground.unit(unit).declared->title));
}

Mixture Stage::arriveAt(const Visit &visit, double share, std::vector<Play::Next> &next)
{
    const int unit = m_setting.ground.endpoint(visit.endpoint).unit;
    const auto &lot = m_setting.troubles.lots(unit)[static_cast<std::size_t>(visit.lot)];
    const auto because
        = [&](const Fault &fault) { return m_setting.reasons.add(wordsOn(fault, m_setting.ground)); };
    if (const auto *freeze = lot.find(FaultKind::Freeze))
        return Mixture({1, never, Ending::Silent, because(*freeze)});
    if (const auto *refuse = lot.find(FaultKind::RefuseConnections))
        return Mixture({1, 0, Ending::Refused, because(*refuse)});
    const auto number = played(visit);
    next.push_back({number, share});
    const auto *reset = lot.find(FaultKind::ResetConnections);
    if (reset == nullptr)
        return m_plays[number].answer;
    const double broken = reset->setting(operation::FaultSetting::Share);
    Mixture answer;
    for (Fate fate : m_plays[number].answer.fates()) {
        const double share1 = fate.share;
        fate.share = share1 * (1 - broken);
        answer.add(fate);
        fate.share = share1 * broken;
        fate.ending = Ending::Reset;
        fate.reason = because(*reset);
        answer.add(fate);
    }
    return answer;
}

Mixture Stage::once(const Visit &visit, bool refusing, double share, std::vector<Play::Next> &next)
{
    const int unit = m_setting.ground.endpoint(visit.endpoint).unit;
    Mixture all;
    for (const auto &pick : picks(unit, refusing)) {
        Visit there = visit;
        there.lot = static_cast<int>(pick.lot);
        all.add(arriveAt(there, share * pick.share, next), pick.share);
    }
    return all.isEmpty() ? Mixture({1, 0, Ending::Refused, absence(unit)}) : all;
}

Mixture Stage::attempts(const Visit &visit, const Repeats &repeats, std::vector<Play::Next> &next)
{
    struct Try
    {
        double share;
        double seconds;
        bool refusing; // those who refuse may be asked
    };
    std::vector<Try> tries{{1, 0, true}};
    double allowed = repeats.allowed;
    Mixture all;
    for (int attempt = 1; !tries.empty(); ++attempt) {
        std::vector<std::pair<Fate, bool>> ends; // with whether those who refuse were asked
        double wanted = 0;
        const auto wants = [&](const Fate &fate) {
            return attempt < repeats.attempts && fate.seconds != never
                && (fate.ending == Ending::Refused || (repeats.afterReset && fate.ending == Ending::Reset)
                    || (repeats.afterOutage && isOutage(fate.ending)));
        };
        for (const auto &each : tries) {
            for (Fate fate : once(visit, each.refusing, each.share, next).fates()) {
                fate.share *= each.share;
                fate.seconds += each.seconds;
                wanted += wants(fate) ? fate.share : 0;
                ends.emplace_back(fate, each.refusing);
            }
        }
        const double granted = wanted > 0 ? std::min(1.0, allowed / wanted) : 0;
        allowed -= wanted * granted;
        std::array<Try, 2> again{Try{0, 0, false}, Try{0, 0, true}};
        for (auto &[fate, refusing] : ends) {
            if (wants(fate)) {
                const bool wasRefused = fate.ending == Ending::Refused;
                auto &one = again[refusing && !wasRefused ? 1 : 0];
                const double share = fate.share * granted;
                one.share += share;
                one.seconds += share * (fate.seconds + (wasRefused ? 0 : repeats.pauseSeconds));
                fate.share -= share;
            }
            all.add(fate);
        }
        tries.clear();
        for (const auto &each : again) {
            if (each.share > 0)
                tries.push_back({each.share, each.seconds / each.share, each.refusing});
        }
    }
    return all;
}

Mixture Stage::enter(const Visit &visit, std::vector<Play::Next> &next)
{
    const auto &declared = *m_setting.ground.endpoint(visit.endpoint).declared;
    // As the load generator's door: a connection that was refused goes elsewhere, one that broke is repeated
    // once if that is safe (services/load, HttpDoor).
    Repeats repeats;
    repeats.attempts = 2;
    repeats.allowed = never;
    repeats.afterReset = visit.isKeyed || !declared.id.operation.startsWith(QStringLiteral("POST "));
    return cutAt(attempts(visit, repeats, next), visit.budget);
}

std::size_t Stage::played(const Visit &visit)
{
    if (const auto known = m_known.find(visit); known != m_known.end())
        return known->second;
    const bool isCircle = std::ranges::any_of(
        m_underWay, [&](const Visit &other) { return other.endpoint == visit.endpoint; });
    Play play;
    play.visit = visit;
    if (isCircle) {
        play.answer = Mixture(Fate{});
    } else {
        m_underWay.push_back(visit);
        play = Handling(*this, visit).play();
        m_underWay.pop_back();
    }
    m_plays.push_back(std::move(play));
    if (!isCircle)
        m_known.emplace(visit, m_plays.size() - 1);
    return m_plays.size() - 1;
}

} // namespace model::analysis
