// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttable.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace model::operation {

namespace {

using Setting = FaultSetting;
using Reach = FaultReach;

constexpr FaultSettingRange delay{Setting::DelayMs, 500, 10, 10'000};
constexpr FaultSettingRange jitter{Setting::JitterMs, 250, 1, 10'000};
constexpr FaultSettingRange everyRequest{Setting::Share, 1, 0.01, 1};
constexpr FaultSettingRange fewRequests{Setting::Share, 0.05, 0.01, 1};

constexpr std::array whenCrashing{FaultSettingRange{Setting::AfterMs, 1000, 50, 600'000}};
constexpr std::array whenResetting{everyRequest};
constexpr std::array whenLeaking{FaultSettingRange{Setting::MegabytesPerSecond, 16, 1, 256},
                                 FaultSettingRange{Setting::LimitMegabytes, 64, 8, 1024}};
constexpr std::array whenBurning{FaultSettingRange{Setting::Share, 0.8, 0.05, 0.95}};
constexpr std::array whenSkewed{FaultSettingRange{Setting::SkewSeconds, 86'400, -31'536'000, 31'536'000}};
constexpr std::array whenHanging{everyRequest};
constexpr std::array whenSlow{delay};
constexpr std::array whenJittery{delay, jitter};
constexpr std::array whenTailed{FaultSettingRange{Setting::DelayMs, 2000, 10, 10'000}, fewRequests};
constexpr std::array whenFailing{everyRequest, FaultSettingRange{Setting::Status, 500, 400, 599}};
constexpr std::array whenLossy{FaultSettingRange{Setting::Share, 0.2, 0.01, 1}};
constexpr std::array whenNarrow{FaultSettingRange{Setting::KilobytesPerSecond, 8, 1, 100'000}};
constexpr std::array whenSpiking{FaultSettingRange{Setting::Factor, 5, 1.1, 50}};
constexpr std::array whenStorming{FaultSettingRange{Setting::Repeats, 5, 1, 50}};

const std::array table{
    FaultDescription{
        FaultKind::Crash,
        "crash",
        QT_TRANSLATE_NOOP("model::operation::faults", "Crash"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "The program ends in the middle of everything. Open connections break, work under way "
            "is lost; what was saved stays."),
        QT_TRANSLATE_NOOP("model::operation::faults", "It boots again."),
        Reach::Process,
        {}},
    FaultDescription{
        FaultKind::CrashLoop, "crash-loop",
        QT_TRANSLATE_NOOP("model::operation::faults", "Crash again and again"),
        QT_TRANSLATE_NOOP("model::operation::faults", "It boots, runs for a moment and crashes, for ever."),
        QT_TRANSLATE_NOOP("model::operation::faults", "It stays up."), Reach::Process, whenCrashing},
    FaultDescription{
        FaultKind::Freeze,
        "freeze",
        QT_TRANSLATE_NOOP("model::operation::faults", "Freeze"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "The whole program stands still: connections are accepted, nothing is ever answered, "
            "not even the question whether it is well."),
        QT_TRANSLATE_NOOP("model::operation::faults", "It goes on where it stood."),
        Reach::Process,
        {}},
    FaultDescription{FaultKind::RefuseConnections,
                     "refuse",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Refuse connections"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "Nobody can connect; what is connected stays so until it ends."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "Connections are accepted again."),
                     Reach::Process,
                     {}},
    FaultDescription{
        FaultKind::ResetConnections, "reset",
        QT_TRANSLATE_NOOP("model::operation::faults", "Break connections in mid-reply"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "The work is done, but the connection breaks while the answer is on its way: the caller "
            "cannot know whether it was done."),
        QT_TRANSLATE_NOOP("model::operation::faults", "Answers arrive whole."), Reach::Process,
        whenResetting},
    FaultDescription{
        FaultKind::MemoryLeak, "memory-leak", QT_TRANSLATE_NOOP("model::operation::faults", "Leak memory"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "It takes more and more memory and never gives any back; at its limit it is killed, "
            "boots, and leaks again."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The memory is given back and no more is taken."),
        Reach::Process, whenLeaking},
    FaultDescription{
        FaultKind::CpuBurn, "cpu-burn", QT_TRANSLATE_NOOP("model::operation::faults", "Burn the processor"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Something useless keeps its processor busy, so that real work has to wait."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The processor is free again."), Reach::Process,
        whenBurning},
    FaultDescription{
        FaultKind::ClockSkew, "clock-skew", QT_TRANSLATE_NOOP("model::operation::faults", "Wrong clock"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Its calendar is wrong: what has expired seems fresh, or the other way round."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The clock is right again."), Reach::Process,
        whenSkewed},
    FaultDescription{FaultKind::BadConfiguration,
                     "bad-configuration",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Bad configuration"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "It restarts with a wrong setting and is never ready for work."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "It boots with the right setting."),
                     Reach::Process,
                     {}},
    FaultDescription{
        FaultKind::Hang, "hang", QT_TRANSLATE_NOOP("model::operation::faults", "Hang"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Requests to this capability are accepted and never answered; whoever waits without a "
            "timeout waits for ever."),
        QT_TRANSLATE_NOOP("model::operation::faults", "What waits is answered."), Reach::Module, whenHanging},
    FaultDescription{FaultKind::Slow, "slow", QT_TRANSLATE_NOOP("model::operation::faults", "Slow"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "Each request to this capability takes so much longer."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "It is as quick as before."),
                     Reach::Module, whenSlow},
    FaultDescription{
        FaultKind::SlowJittered, "slow-jittered",
        QT_TRANSLATE_NOOP("model::operation::faults", "Slow, now more, now less"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Each request takes longer by an amount that varies around the middle."),
        QT_TRANSLATE_NOOP("model::operation::faults", "It is as quick as before."), Reach::Module,
        whenJittery},
    FaultDescription{
        FaultKind::SlowTail, "slow-tail",
        QT_TRANSLATE_NOOP("model::operation::faults", "A few requests are very slow"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Most requests are quick; a few take very long. The average hides it, the p99 does not."),
        QT_TRANSLATE_NOOP("model::operation::faults", "All are quick again."), Reach::Module, whenTailed},
    FaultDescription{
        FaultKind::Errors, "errors", QT_TRANSLATE_NOOP("model::operation::faults", "Errors"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "A bug: requests to this capability fail with an error. The rest of the program is well."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The bug is gone."), Reach::Module, whenFailing},
    FaultDescription{
        FaultKind::CutOff,
        "cut-off",
        QT_TRANSLATE_NOOP("model::operation::faults", "Cut off, both ways"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Nothing gets through between the two, in either direction; open connections go silent."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is up again."),
        Reach::Link,
        {}},
    FaultDescription{FaultKind::CutRequests,
                     "cut-requests",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Cut off: requests are lost"),
                     QT_TRANSLATE_NOOP("model::operation::faults", "What the caller sends never arrives."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "The line is up again."),
                     Reach::Link,
                     {}},
    FaultDescription{FaultKind::CutReplies,
                     "cut-replies",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Cut off: answers are lost"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "Requests arrive and are acted on, but the answer never comes back."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "The line is up again."),
                     Reach::Link,
                     {}},
    FaultDescription{
        FaultKind::LinkSlow, "link-slow", QT_TRANSLATE_NOOP("model::operation::faults", "Slow line"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "Each request between the two takes so much longer on its way."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is quick again."), Reach::Link, whenSlow},
    FaultDescription{
        FaultKind::LinkLoss, "link-loss", QT_TRANSLATE_NOOP("model::operation::faults", "Lossy line"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "A share of what is sent is lost and must be sent again by the network, which takes time: "
            "200 ms, then 400 ms, and so on."),
        QT_TRANSLATE_NOOP("model::operation::faults", "Nothing is lost any more."), Reach::Link, whenLossy},
    FaultDescription{
        FaultKind::LinkBandwidth, "link-bandwidth",
        QT_TRANSLATE_NOOP("model::operation::faults", "Narrow line"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Only so many bytes a second get through: the larger an answer, the longer it takes."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The line is wide again."), Reach::Link, whenNarrow},
    FaultDescription{
        FaultKind::StoreLocked,
        "store-locked",
        QT_TRANSLATE_NOOP("model::operation::faults", "Database locked"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Somebody else holds the database; reading works, every change has to wait and fails."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The lock is released."),
        Reach::Store,
        {}},
    FaultDescription{
        FaultKind::StoreFull,
        "store-full",
        QT_TRANSLATE_NOOP("model::operation::faults", "Disk full"),
        QT_TRANSLATE_NOOP("model::operation::faults", "Nothing more can be saved; reading works."),
        QT_TRANSLATE_NOOP("model::operation::faults", "There is room again."),
        Reach::Store,
        {}},
    FaultDescription{
        FaultKind::StoreSlow, "store-slow", QT_TRANSLATE_NOOP("model::operation::faults", "Slow database"),
        QT_TRANSLATE_NOOP("model::operation::faults", "Each access to the database takes so much longer."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The database is as quick as before."), Reach::Store,
        whenSlow},
    FaultDescription{
        FaultKind::StoreLost,
        "store-lost",
        QT_TRANSLATE_NOOP("model::operation::faults", "Database lost"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "The database cannot be reached: everything that reads or saves fails."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The database is back, with all that was in it."),
        Reach::Store,
        {}},
    FaultDescription{
        FaultKind::StoreCorrupt,
        "store-corrupt",
        QT_TRANSLATE_NOOP("model::operation::faults", "Database damaged"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "The database's file is damaged: everything that reads or saves fails."),
        QT_TRANSLATE_NOOP("model::operation::faults", "A copy from before the damage is restored."),
        Reach::Store,
        {}},
    FaultDescription{
        FaultKind::BrokerDown,
        "broker-down",
        QT_TRANSLATE_NOOP("model::operation::faults", "Message broker down"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "No message is taken or delivered; what is to be sent waits with its sender."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The broker is up, and what waited is delivered."),
        Reach::Broker,
        {}},
    FaultDescription{
        FaultKind::BrokerSlow, "broker-slow",
        QT_TRANSLATE_NOOP("model::operation::faults", "Slow message broker"),
        QT_TRANSLATE_NOOP("model::operation::faults", "Each message is delivered so much later."),
        QT_TRANSLATE_NOOP("model::operation::faults", "Messages are quick again."), Reach::Broker, whenSlow},
    FaultDescription{
        FaultKind::PoisonMessage,
        "poison-message",
        QT_TRANSLATE_NOOP("model::operation::faults", "Poisoned queue"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "A message that can never be handled arrives: it is tried some times and set aside."),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "No more poison is added; what was set aside stays there."),
        Reach::Queue,
        {}},
    FaultDescription{
        FaultKind::TrafficSpike, "traffic-spike",
        QT_TRANSLATE_NOOP("model::operation::faults", "Rush of customers"),
        QT_TRANSLATE_NOOP("model::operation::faults", "So many times more customers come than before."),
        QT_TRANSLATE_NOOP("model::operation::faults", "As many come as before."), Reach::Customers,
        whenSpiking},
    FaultDescription{
        FaultKind::RetryStorm, "retry-storm",
        QT_TRANSLATE_NOOP("model::operation::faults", "Impatient customers"),
        QT_TRANSLATE_NOOP(
            "model::operation::faults",
            "Customers press the button again and again when something fails, at once: trouble brings "
            "more load, and more load more trouble."),
        QT_TRANSLATE_NOOP("model::operation::faults", "Customers are patient again."), Reach::Customers,
        whenStorming},
};

struct SettingWords
{
    FaultSetting setting;
    const char *word;
    const char *unit;
};
constexpr std::array settingWords{
    SettingWords{Setting::DelayMs, "delay", "ms"},
    SettingWords{Setting::JitterMs, "jitter", "ms"},
    SettingWords{Setting::Share, "share", ""},
    SettingWords{Setting::Status, "status", ""},
    SettingWords{Setting::AfterMs, "after", "ms"},
    SettingWords{Setting::KilobytesPerSecond, "bandwidth", "kB/s"},
    SettingWords{Setting::MegabytesPerSecond, "leak", "MB/s"},
    SettingWords{Setting::LimitMegabytes, "limit", "MB"},
    SettingWords{Setting::SkewSeconds, "skew", "s"},
    SettingWords{Setting::Factor, "factor", ""},
    SettingWords{Setting::Repeats, "repeats", ""},
};

const SettingWords &wordsOf(FaultSetting setting)
{
    return settingWords[static_cast<std::size_t>(setting)];
}

} // namespace

std::span<const FaultDescription> faultTable()
{
    return table;
}

const FaultDescription &description(FaultKind kind)
{
    return table[static_cast<std::size_t>(kind)];
}

std::optional<FaultKind> faultKindOf(QStringView word)
{
    const auto *const found
        = std::ranges::find_if(table, [&](const auto &row) { return word == QLatin1StringView(row.word); });
    return found == table.end() ? std::nullopt : std::optional(found->kind);
}

const char *word(FaultSetting setting)
{
    return wordsOf(setting).word;
}

const char *unit(FaultSetting setting)
{
    return wordsOf(setting).unit;
}

std::optional<FaultSetting> faultSettingOf(QStringView word)
{
    const auto *const found = std::ranges::find_if(
        settingWords, [&](const auto &row) { return word == QLatin1StringView(row.word); });
    return found == settingWords.end() ? std::nullopt : std::optional(found->setting);
}

double Fault::setting(FaultSetting wanted) const
{
    if (const auto set = settings.constFind(wanted); set != settings.cend())
        return *set;
    for (const auto &range : description(kind).settings) {
        if (range.setting == wanted)
            return range.preset;
    }
    return 0;
}

} // namespace model::operation
