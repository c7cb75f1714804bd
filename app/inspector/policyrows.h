// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policybook.h>

#include <QStringList>

#include <functional>

namespace app::inspector {

// Everything that protects one call: its own policies and those of the unit that answers it.
struct Protection
{
    model::operation::CallPolicies call;
    model::operation::UnitPolicies unit;

    bool operator==(const Protection &) const = default;
};

// One setting of a policy as a person sees it: a whole number, one of some choices (counted from 0), or a
// switch (0 or 1).
struct PolicyField
{
    QString name;
    int minimum = 0;
    int maximum = 1;
    QString suffix = {}; // of a number: " ms"
    QStringList choices = {};
    bool isSwitch = false;
    std::function<int(const Protection &)> read = {}; // the preset when the policy is off
    std::function<void(Protection &, int)> write = {};
};

// One policy as a person sees it: on or off, and its settings.
struct PolicyRow
{
    QString title;
    QString plainWords; // what it does, in a sentence
    QString summary; // "%1 tries": of its first setting
    bool isOfUnit = false; // of the unit that answers, for all its callers
    std::function<bool(const Protection &)> isOn = {};
    std::function<void(Protection &, bool)> set = {}; // on: as it was, or with its presets
    std::vector<PolicyField> fields = {};
};

// All of them, in the order in which they help.
std::vector<PolicyRow> policyRows();

} // namespace app::inspector
