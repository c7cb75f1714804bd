// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fault.h"

#include <optional>
#include <span>

namespace model::operation {

// Whom a kind of fault takes, and so what its target names.
enum class FaultReach
{
    Process, // a unit's instances, or one of them
    Module, // one capability in a unit's instances, or in one of them
    Link, // the calls from one capability to another
    Store, // the database of a unit
    Broker, // all topics of a fleet
    Queue, // the messages of one topic for one consumer
    Customers, // those who come to a fleet
};

struct FaultSettingRange
{
    FaultSetting setting;
    double preset;
    double minimum;
    double maximum;
};

// One kind of fault in words, for the help, the files and the desktop. The texts are English source texts
// (context "model::operation::faults") which the desktop translates.
struct FaultDescription
{
    FaultKind kind;
    const char *word; // stable, of files and commands: "crash-loop"
    const char *title; // "Crash again and again"
    const char *sentence; // what faultwords.h fills in: "{who} answers {delay} later"
    const char *plainWords; // what happens, for somebody who does not write code
    const char *lifting; // what undoing it does: "The instances boot."
    FaultReach reach;
    std::span<const FaultSettingRange> settings;
};

// Every kind, in the order of FaultKind. Static; any thread.
std::span<const FaultDescription> faultTable();
const FaultDescription &description(FaultKind kind);
std::optional<FaultKind> faultKindOf(QStringView word);
// The kind's range of a setting; nothing when it has no such setting.
std::optional<FaultSettingRange> rangeOf(FaultKind kind, FaultSetting setting);

// The stable word of a setting in files and commands ("delay"), and its unit for people ("ms").
const char *word(FaultSetting setting);
const char *unit(FaultSetting setting);
bool isWhole(FaultSetting setting); // its numbers have no fraction
std::optional<FaultSetting> faultSettingOf(QStringView word);

} // namespace model::operation
