// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultrows.h"

#include <QtGlobal>

#include <array>

namespace model::operation {

namespace {

using Setting = FaultSetting;
using Reach = FaultReach;

constexpr FaultSettingRange backingDelay{Setting::DelayMs, 500, 10, 10'000};

constexpr std::array whenBackingSlow{backingDelay};
constexpr std::array whenSpiking{FaultSettingRange{Setting::Factor, 5, 1.1, 50}};
constexpr std::array whenStorming{FaultSettingRange{Setting::Repeats, 5, 1, 50}};

const std::array surroundingRows{
    FaultDescription{
        FaultKind::StoreLocked,
        "store-locked",
        QT_TRANSLATE_NOOP("model::operation::faults", "Database locked"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the database of {who} is locked"),
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
        QT_TRANSLATE_NOOP("model::operation::faults", "the disk of the database of {who} is full"),
        QT_TRANSLATE_NOOP("model::operation::faults", "Nothing more can be saved; reading works."),
        QT_TRANSLATE_NOOP("model::operation::faults", "There is room again."),
        Reach::Store,
        {}},
    FaultDescription{
        FaultKind::StoreSlow, "store-slow", QT_TRANSLATE_NOOP("model::operation::faults", "Slow database"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the database of {who} takes {delay} longer"),
        QT_TRANSLATE_NOOP("model::operation::faults", "Each access to the database takes so much longer."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The database is as quick as before."), Reach::Store,
        whenBackingSlow},
    FaultDescription{
        FaultKind::StoreLost,
        "store-lost",
        QT_TRANSLATE_NOOP("model::operation::faults", "Database lost"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the database of {who} is lost"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "The database cannot be reached: everything that reads or saves fails."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The database is back, with all that was in it."),
        Reach::Store,
        {}},
    FaultDescription{
        FaultKind::StoreCorrupt,
        "store-corrupt",
        QT_TRANSLATE_NOOP("model::operation::faults", "Database damaged"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the database of {who} is damaged"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "The database's file is damaged: everything that reads or saves fails."),
        QT_TRANSLATE_NOOP("model::operation::faults", "A copy from before the damage is restored."),
        Reach::Store,
        {}},
    FaultDescription{
        FaultKind::BrokerDown,
        "broker-down",
        QT_TRANSLATE_NOOP("model::operation::faults", "Message broker down"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the message broker is down"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "No message is taken or delivered; what is to be sent waits with its sender."),
        QT_TRANSLATE_NOOP("model::operation::faults", "The broker is up, and what waited is delivered."),
        Reach::Broker,
        {}},
    FaultDescription{
        FaultKind::BrokerSlow, "broker-slow",
        QT_TRANSLATE_NOOP("model::operation::faults", "Slow message broker"),
        QT_TRANSLATE_NOOP("model::operation::faults", "the message broker delivers {delay} later"),
        QT_TRANSLATE_NOOP("model::operation::faults", "Each message is delivered so much later."),
        QT_TRANSLATE_NOOP("model::operation::faults", "Messages are quick again."), Reach::Broker,
        whenBackingSlow},
    FaultDescription{
        FaultKind::PoisonMessage,
        "poison-message",
        QT_TRANSLATE_NOOP("model::operation::faults", "Poisoned queue"),
        QT_TRANSLATE_NOOP("model::operation::faults",
                          "{who} gets a message of {topic} that it can never handle"),
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
        QT_TRANSLATE_NOOP("model::operation::faults", "{factor} times as many customers come"),
        QT_TRANSLATE_NOOP("model::operation::faults", "So many times more customers come than before."),
        QT_TRANSLATE_NOOP("model::operation::faults", "As many come as before."), Reach::Customers,
        whenSpiking},
    FaultDescription{FaultKind::RetryStorm, "retry-storm",
                     QT_TRANSLATE_NOOP("model::operation::faults", "Impatient customers"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "customers try {repeats} more times at once when something fails"),
                     QT_TRANSLATE_NOOP("model::operation::faults",
                                       "Customers press the button again and again when something fails, at "
                                       "once: trouble brings more load, and more load more trouble."),
                     QT_TRANSLATE_NOOP("model::operation::faults", "Customers are patient again."),
                     Reach::Customers, whenStorming},
};

} // namespace

std::span<const FaultDescription> surroundingFaults()
{
    return surroundingRows;
}

} // namespace model::operation
