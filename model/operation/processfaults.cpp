// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultrows.h"

#include <QtGlobal>

#include <array>

namespace model::operation {

namespace {

using Setting = FaultSetting;
using Reach = FaultReach;

constexpr FaultSettingRange everyReply{Setting::Share, 1, 0.01, 1};

constexpr std::array whenCrashing{FaultSettingRange{Setting::AfterMs, 1000, 50, 600'000}};
constexpr std::array whenResetting{everyReply};
constexpr std::array whenLeaking{FaultSettingRange{Setting::MegabytesPerSecond, 8, 1, 256},
                                 FaultSettingRange{Setting::LimitMegabytes, 64, 8, 1024}};
constexpr std::array whenBurning{FaultSettingRange{Setting::Share, 0.8, 0.05, 0.95}};
constexpr std::array whenSkewed{FaultSettingRange{Setting::SkewSeconds, 86'400, -31'536'000, 31'536'000}};

const std::array processRows{
    FaultDescription{FaultKind::Crash,
                     "crash",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Crash"),
                     QT_TRANSLATE_NOOP("model::operation::faults", "{who} has crashed"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "The program ends in the middle of everything. Open connections "
                                       "break, work under way is lost; what was saved stays."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "It boots again."),
                     Reach::Process,
                     {}},
    FaultDescription{
        FaultKind::CrashLoop, "crash-loop",
        QT_TRANSLATE_NOOP("model::operation::faults", "Crash again and again"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "{who} crashes again and again, {after} after each boot"),
        QT_TRANSLATE_NOOP("model::operation::faults", "It boots, runs for a moment and crashes, for ever."),
        QT_TRANSLATE_NOOP("model::operation::faults", "It stays up."), Reach::Process, whenCrashing},
    FaultDescription{FaultKind::Freeze,
                     "freeze",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Freeze"),
                     QT_TRANSLATE_NOOP("model::operation::faults", "{who} stands still"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "The whole program stands still: connections are accepted, nothing is "
                                       "ever answered, not even the question whether it is well."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "It goes on where it stood."),
                     Reach::Process,
                     {}},
    FaultDescription{FaultKind::RefuseConnections,
                     "refuse",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Refuse connections"),
                     QT_TRANSLATE_NOOP("model::operation::faults", "{who} refuses connections"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "Nobody can connect; who is connected gets one more answer."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "Connections are accepted again."),
                     Reach::Process,
                     {}},
    FaultDescription{FaultKind::ResetConnections, "reset",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Break off answers"),
                     QT_TRANSLATE_NOOP("model::operation::faults", "{who} breaks off {share}its answers"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "The work is done, but the connection breaks while the answer is on "
                                       "its way: the caller cannot know whether it was done."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "Answers arrive whole."), Reach::Process,
                     whenResetting},
    FaultDescription{
        FaultKind::MemoryLeak, "memory-leak", QT_TRANSLATE_NOOP("model::operation::faults", "Leak memory"),
        QT_TRANSLATE_NOOP("model::operation::faults", "{who} leaks {leak} until it is killed at {limit}"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "It takes more and more memory and never gives any back; at its limit it is "
                          "killed, boots, and leaks again."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The memory is given back and no more is taken."),
        Reach::Process, whenLeaking},
    FaultDescription{
        FaultKind::CpuBurn, "cpu-burn", QT_TRANSLATE_NOOP("model::operation::faults", "Burn the processor"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "something useless takes {share}the processor of {who}"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Something useless keeps its processor busy, so that real work has to wait."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The processor is free again."), Reach::Process,
        whenBurning},
    FaultDescription{
        FaultKind::ClockSkew, "clock-skew", QT_TRANSLATE_NOOP("model::operation::faults", "Wrong clock"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the clock of {who} is wrong by {skew}"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Its calendar is wrong: what has expired seems fresh, or the other way round."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The clock is right again."), Reach::Process,
        whenSkewed},
    FaultDescription{
        FaultKind::BadConfiguration,
        "bad-configuration",
        QT_TRANSLATE_NOOP("model::operation::faults", "Bad configuration"),
        QT_TRANSLATE_NOOP("model::operation::faults", "{who} has a bad configuration and is never ready"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "It restarts with a wrong setting and is never ready for work."),
        QT_TRANSLATE_NOOP("model::operation::faults", "It boots with the right setting."),
        Reach::Process,
        {}},
};

} // namespace

std::span<const FaultDescription> processFaults()
{
    return processRows;
}

} // namespace model::operation
