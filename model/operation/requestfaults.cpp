// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultrows.h"

#include <QtGlobal>

#include <array>

namespace model::operation {

namespace {

using Setting = FaultSetting;
using Reach = FaultReach;

constexpr FaultSettingRange delay{Setting::DelayMs, 500, 10, 10'000};
constexpr FaultSettingRange jitter{Setting::JitterMs, 250, 1, 10'000};
constexpr FaultSettingRange everyRequest{Setting::Share, 1, 0.01, 1};
constexpr FaultSettingRange fewRequests{Setting::Share, 0.05, 0.01, 1};

constexpr std::array whenHanging{everyRequest};
constexpr std::array whenSlow{delay};
constexpr std::array whenJittery{delay, jitter};
constexpr std::array whenTailed{FaultSettingRange{Setting::DelayMs, 2000, 10, 10'000}, fewRequests};
constexpr std::array whenFailing{everyRequest, FaultSettingRange{Setting::Status, 500, 400, 599}};
constexpr std::array whenLossy{FaultSettingRange{Setting::Share, 0.2, 0.01, 1}};
constexpr std::array whenNarrow{FaultSettingRange{Setting::KilobytesPerSecond, 0.1, 0.01, 100'000}};

const std::array requestRows{
    FaultDescription{FaultKind::Hang, "hang", QT_TRANSLATE_NOOP("model::operation::faults", "Hang"),
                     QT_TRANSLATE_NOOP("model::operation::faults", "{who} hangs{inShare}"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "Requests to this capability are accepted and never answered; whoever "
                                       "waits without a timeout waits for ever."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "What waits is answered."), Reach::Module,
                     whenHanging},
    FaultDescription{FaultKind::Slow, "slow", QT_TRANSLATE_NOOP("model::operation::faults", "Slow"),
                     QT_TRANSLATE_NOOP("model::operation::faults", "{who} answers {delay} later"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "Each request to this capability takes so much longer."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "It is as quick as before."),
                     Reach::Module, whenSlow},
    FaultDescription{
        FaultKind::SlowJittered, "slow-jittered",
        QT_TRANSLATE_NOOP("model::operation::faults", "Slow, now more, now less"),
        QT_TRANSLATE_NOOP("model::operation::faults", "{who} answers {delay} later, give or take {jitter}"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Each request takes longer by an amount that varies around the middle."),
        QT_TRANSLATE_NOOP("model::operation::faults", "It is as quick as before."), Reach::Module,
        whenJittery},
    FaultDescription{
        FaultKind::SlowTail, "slow-tail",
        QT_TRANSLATE_NOOP("model::operation::faults", "A few requests are very slow"),
        QT_TRANSLATE_NOOP("model::operation::faults", "{who} answers {delay} later{inShare}"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Most requests are quick; a few take very long. The average hides it, the p99 does not."),
        QT_TRANSLATE_NOOP("model::operation::faults", "All are quick again."), Reach::Module, whenTailed},
    FaultDescription{
        FaultKind::Errors, "errors", QT_TRANSLATE_NOOP("model::operation::faults", "Errors"),
        QT_TRANSLATE_NOOP("model::operation::faults", "{who} fails{inShare} with status {status}"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "A bug: requests to this capability fail with an error. The rest of the program is well."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The bug is gone."), Reach::Module, whenFailing},
    FaultDescription{
        FaultKind::CutOff,
        "cut-off",
        QT_TRANSLATE_NOOP("model::operation::faults", "Cut off, both ways"),
        QT_TRANSLATE_NOOP("model::operation::faults", "{who} is cut off from {callee}"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Nothing gets through between the two, in either direction; open connections go silent."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is up again."),
        Reach::Link,
        {}},
    FaultDescription{
        FaultKind::CutRequests,
        "cut-requests",
        QT_TRANSLATE_NOOP("model::operation::faults", "Cut off: requests are lost"),
        QT_TRANSLATE_NOOP("model::operation::faults", "what {who} asks {callee} is lost on its way"),
        QT_TRANSLATE_NOOP("model::operation::faults", "What the caller sends never arrives."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is up again."),
        Reach::Link,
        {}},
    FaultDescription{
        FaultKind::CutReplies,
        "cut-replies",
        QT_TRANSLATE_NOOP("model::operation::faults", "Cut off: answers are lost"),
        QT_TRANSLATE_NOOP("model::operation::faults", "what {callee} answers {who} is lost on its way"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Requests arrive and are acted on, but the answer never comes back."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is up again."),
        Reach::Link,
        {}},
    FaultDescription{
        FaultKind::LinkSlow, "link-slow", QT_TRANSLATE_NOOP("model::operation::faults", "Slow line"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the line from {who} to {callee} takes {delay} longer"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Each request between the two takes so much longer on its way."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is quick again."), Reach::Link, whenSlow},
    FaultDescription{
        FaultKind::LinkLoss, "link-loss", QT_TRANSLATE_NOOP("model::operation::faults", "Lossy line"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "the line from {who} to {callee} loses {share}what it carries"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "A share of what is sent is lost and must be sent again by the network, which "
                          "takes time: 200 ms, then 400 ms, and so on."),
        QT_TRANSLATE_NOOP("model::operation::faults", "Nothing is lost any more."), Reach::Link, whenLossy},
    FaultDescription{
        FaultKind::LinkBandwidth, "link-bandwidth",
        QT_TRANSLATE_NOOP("model::operation::faults", "Narrow line"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "the line from {who} to {callee} carries only {bandwidth}"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Only so many bytes a second get through: the larger an answer, the longer it takes."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is wide again."), Reach::Link, whenNarrow},
};

} // namespace

std::span<const FaultDescription> requestFaults()
{
    return requestRows;
}

} // namespace model::operation
