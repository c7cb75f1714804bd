// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mixture.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace model::analysis {

namespace {

constexpr std::size_t mostFates = 32;
constexpr double negligible = 1e-9;

bool isSameTime(double a, double b)
{
    return a == b || std::abs(a - b) < 0.0005;
}

int rankOf(Ending ending)
{
    return hasFailed(ending) ? 2 : static_cast<int>(ending);
}

bool isBetter(const Fate &a, const Fate &b)
{
    const auto key = [](const Fate &fate) {
        return std::tuple(fate.seconds == never, rankOf(fate.ending), fate.seconds);
    };
    return key(a) < key(b);
}

} // namespace

bool hasFailed(Ending ending)
{
    return ending >= Ending::Refused;
}

bool isOutage(Ending ending)
{
    return hasFailed(ending) && ending != Ending::Wrong;
}

void Mixture::add(Fate fate)
{
    if (fate.share < negligible)
        return;
    for (auto &known : m_fates) {
        if (known.ending == fate.ending && known.reason == fate.reason
            && isSameTime(known.seconds, fate.seconds)) {
            known.share += fate.share;
            return;
        }
    }
    m_fates.push_back(fate);
    if (m_fates.size() > mostFates)
        shrink();
}

void Mixture::add(const Mixture &other, double share)
{
    for (Fate fate : other.m_fates) {
        fate.share *= share;
        add(fate);
    }
}

double Mixture::neverShare() const
{
    return shareOf([](const Fate &fate) { return fate.seconds == never; });
}

int Mixture::neverReason() const
{
    const auto hangs = std::ranges::find(m_fates, never, &Fate::seconds);
    return hangs == m_fates.end() ? 0 : hangs->reason;
}

double Mixture::meanSeconds() const
{
    double sum = 0;
    for (const auto &fate : m_fates)
        sum += fate.seconds == never ? 0 : fate.share * fate.seconds;
    return sum;
}

// The rarest goes into the one nearest in time which ends alike; of no such one, it stays.
void Mixture::shrink()
{
    const auto rarest = std::ranges::min_element(m_fates, {}, &Fate::share);
    const Fate gone = *rarest;
    m_fates.erase(rarest);
    Fate *nearest = nullptr;
    for (auto &fate : m_fates) {
        const bool isAlike = fate.ending == gone.ending && (fate.seconds == never) == (gone.seconds == never);
        if (isAlike
            && (nearest == nullptr
                || std::abs(fate.seconds - gone.seconds) < std::abs(nearest->seconds - gone.seconds)))
            nearest = &fate;
    }
    if (nearest == nullptr)
        m_fates.push_back(gone);
    else
        nearest->share += gone.share;
}

Mixture inSequence(const Mixture &first, const Mixture &second)
{
    Mixture both;
    for (const auto &a : first.fates()) {
        if (hasFailed(a.ending) || a.seconds == never) {
            both.add(a);
            continue;
        }
        for (const auto &b : second.fates()) {
            Fate fate = b;
            fate.share *= a.share;
            fate.seconds += a.seconds;
            fate.ending = std::max(a.ending, b.ending);
            fate.reason = b.reason != 0 ? b.reason : a.reason;
            both.add(fate);
        }
    }
    return both;
}

Mixture worstOf(const Mixture &one, int count)
{
    if (count <= 1)
        return one;
    auto fates = one.fates();
    std::ranges::sort(fates, isBetter);
    Mixture worst;
    double sum = 0;
    for (Fate fate : fates) {
        const double before = std::pow(sum, count);
        sum = std::min(1.0, sum + fate.share);
        fate.share = std::pow(sum, count) - before;
        worst.add(fate);
    }
    return worst;
}

Mixture cutAt(const Mixture &mixture, double seconds)
{
    Mixture cut;
    for (Fate fate : mixture.fates()) {
        if (fate.seconds >= seconds) {
            fate.seconds = seconds;
            fate.ending = Ending::Silent;
        }
        cut.add(fate);
    }
    return cut;
}

} // namespace model::analysis
