// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeystate.h"

#include <array>
#include <utility>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<JourneyState, const char16_t *>, 3> states = {{
    {JourneyState::Working, u"working"},
    {JourneyState::Degraded, u"degraded"},
    {JourneyState::Down, u"down"},
}};

constexpr std::array<std::pair<Phase, const char16_t *>, 3> phases = {{
    {Phase::Before, u"before"},
    {Phase::During, u"during"},
    {Phase::After, u"after"},
}};

constexpr double downBelow = 0.5;
constexpr double workingFrom = 0.9;

} // namespace

JourneyState stateOf(double succeeded, double inFull)
{
    if (succeeded < downBelow)
        return JourneyState::Down;
    return inFull >= workingFrom ? JourneyState::Working : JourneyState::Degraded;
}

QString word(JourneyState state)
{
    for (const auto &[value, text] : states) {
        if (value == state)
            return QString::fromUtf16(text);
    }
    return u"unknown"_s;
}

QString word(Phase phase)
{
    return QString::fromUtf16(phases.at(static_cast<std::size_t>(phase)).second);
}

} // namespace model::operation
