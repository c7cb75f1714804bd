// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttable.h"

#include "faultrows.h"

#include <algorithm>
#include <array>
#include <vector>

namespace model::operation {

namespace {

using Setting = FaultSetting;

struct SettingWords
{
    FaultSetting setting;
    const char *word;
    const char *unit;
    bool isWhole;
};
constexpr std::array settingWords{
    SettingWords{Setting::DelayMs, "delay", "ms", false},
    SettingWords{Setting::JitterMs, "jitter", "ms", false},
    SettingWords{Setting::Share, "share", "", false},
    SettingWords{Setting::Status, "status", "", true},
    SettingWords{Setting::AfterMs, "after", "ms", false},
    SettingWords{Setting::KilobytesPerSecond, "bandwidth", "kB/s", false},
    SettingWords{Setting::MegabytesPerSecond, "leak", "MB/s", false},
    SettingWords{Setting::LimitMegabytes, "limit", "MB", false},
    SettingWords{Setting::SkewSeconds, "skew", "s", false},
    SettingWords{Setting::Factor, "factor", "", false},
    SettingWords{Setting::Repeats, "repeats", "", true},
};

const SettingWords &wordsOf(FaultSetting setting)
{
    return settingWords[static_cast<std::size_t>(setting)];
}

std::vector<FaultDescription> allParts()
{
    std::vector<FaultDescription> rows;
    for (const auto part : {processFaults(), requestFaults(), surroundingFaults()})
        rows.insert(rows.end(), part.begin(), part.end());
    return rows;
}

} // namespace

std::span<const FaultDescription> faultTable()
{
    static const std::vector<FaultDescription> table = allParts();
    return table;
}

const FaultDescription &description(FaultKind kind)
{
    return faultTable()[static_cast<std::size_t>(kind)];
}

std::optional<FaultKind> faultKindOf(QStringView word)
{
    const auto table = faultTable();
    const auto found
        = std::ranges::find_if(table, [&](const auto &row) { return word == QLatin1StringView(row.word); });
    return found == table.end() ? std::nullopt : std::optional(found->kind);
}

std::optional<FaultSettingRange> rangeOf(FaultKind kind, FaultSetting setting)
{
    const auto ranges = description(kind).settings;
    const auto found = std::ranges::find(ranges, setting, &FaultSettingRange::setting);
    return found == ranges.end() ? std::nullopt : std::optional(*found);
}

const char *word(FaultSetting setting)
{
    return wordsOf(setting).word;
}

const char *unit(FaultSetting setting)
{
    return wordsOf(setting).unit;
}

bool isWhole(FaultSetting setting)
{
    return wordsOf(setting).isWhole;
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
    const auto range = rangeOf(kind, wanted);
    return range ? range->preset : 0;
}

} // namespace model::operation
