// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trials.h"

#include <model/operation/everyfault.h>
#include <model/operation/faulttable.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace services::verification {

using model::operation::description;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultReach;
using model::packaging::Packaging;
using model::system::Given;
using model::system::System;

namespace {

constexpr double cartShare = 0.6;

// What two faults have in common that are the same to the fleet. Lines within a unit do not break: any such
// fault is the same as any other of its kind.
QString effectOf(const Fault &fault, const Packaging &packaging)
{
    const auto &capability = fault.target.capability;
    const auto *unit = packaging.unitOf(capability);
    const QString unitName = unit == nullptr ? QString() : unit->id.value;
    const QString kind = QString::number(static_cast<int>(fault.kind)) + u' ';
    switch (description(fault.kind).reach) {
    case FaultReach::Process:
    case FaultReach::Store:
        return kind + unitName;
    case FaultReach::Link:
        return packaging.crosses(capability, fault.callee)
            ? kind + capability.value + u'>' + fault.callee.value
            : kind;
    default:
        return kind + capability.value + u'>' + fault.topic.value;
    }
}

Trial pairOf(const Fault &one, const Fault &other)
{
    return {{one, other}, 1};
}

} // namespace

System triedSystem(System system)
{
    for (auto &journey : system.journeys)
        journey.weight = journey.given == Given::FilledCart ? cartShare : 1;
    return system;
}

double shoppersPerSecond(const System &tried, double perJourney)
{
    double sum = 0;
    for (const auto &journey : tried.journeys)
        sum += journey.weight;
    return sum * perJourney;
}

Packaging withInstances(Packaging packaging, int instances)
{
    for (auto &unit : packaging.units)
        unit.instances = instances;
    return packaging;
}

std::vector<Trial> singleTrials(const System &system, const Packaging &packaging)
{
    std::vector<Trial> trials;
    std::map<QString, std::size_t> known; // index of the trial, by effect
    for (const auto &fault : model::operation::everyFault(system)) {
        const auto [place, isNew] = known.try_emplace(effectOf(fault, packaging), trials.size());
        if (isNew)
            trials.push_back({{fault}, 0});
        ++trials[place->second].standsFor;
    }
    return trials;
}

std::vector<Trial> pairTrials(const System &system, const Packaging &packaging)
{
    std::vector<Trial> singles = singleTrials(system, packaging);
    std::erase_if(singles, [](const Trial &trial) {
        const auto kind = trial.faults.front().kind;
        return kind != FaultKind::Crash && kind != FaultKind::Hang;
    });
    std::vector<Trial> pairs;
    for (auto one = singles.begin(); one != singles.end(); ++one) {
        for (auto other = one + 1; other != singles.end(); ++other)
            pairs.push_back(pairOf(one->faults.front(), other->faults.front()));
    }
    return pairs;
}

std::vector<Trial> oneInstanceTrials(const System &system, const Packaging &packaging)
{
    constexpr std::array kinds{FaultKind::Crash, FaultKind::Freeze, FaultKind::Errors, FaultKind::Slow};
    std::vector<Trial> trials = singleTrials(system, packaging);
    std::erase_if(trials, [&](const Trial &trial) {
        const auto &fault = trial.faults.front();
        return std::ranges::find(kinds, fault.kind) == kinds.end()
            || packaging.unitOf(fault.target.capability)->instances < 2;
    });
    for (auto &trial : trials)
        trial.faults.front().target.instance = 1;
    return trials;
}

std::vector<Trial> trialsOf(const std::vector<std::vector<Fault>> &faults)
{
    std::vector<Trial> trials;
    for (const auto &together : faults)
        trials.push_back({together, 1});
    return trials;
}

std::vector<Trial> mixed(std::vector<Trial> trials, quint64 seed)
{
    std::mt19937_64 random(seed); // used raw: the standard's distributions differ between libraries
    for (std::size_t left = trials.size(); left > 1; --left)
        std::swap(trials[left - 1], trials[random() % left]);
    std::map<std::vector<FaultKind>, std::size_t> seen; // trials so far, by their kinds
    std::vector<std::pair<std::size_t, std::size_t>> order; // how many of its kinds came before, index
    for (std::size_t i = 0; i < trials.size(); ++i) {
        std::vector<FaultKind> kinds;
        for (const auto &fault : trials[i].faults)
            kinds.push_back(fault.kind);
        order.emplace_back(seen[kinds]++, i);
    }
    std::ranges::sort(order);
    std::vector<Trial> ordered;
    for (const auto &[round, index] : order)
        ordered.push_back(std::move(trials[index]));
    return ordered;
}

bool takesAProcessor(const Trial &trial)
{
    return std::ranges::any_of(trial.faults, [](const Fault &fault) {
        return fault.kind == FaultKind::CpuBurn || fault.kind == FaultKind::TrafficSpike
            || fault.kind == FaultKind::RetryStorm;
    });
}

} // namespace services::verification
