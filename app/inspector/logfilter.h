// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/logmemory.h>

namespace app::inspector {

struct LogNames;

// Which lines somebody wants to see. A value.
struct LogFilter
{
    model::telemetry::LogLevel least = model::telemetry::LogLevel::Information;
    QString text; // that a line or its instance's title or id holds, whatever the case; empty: any
    std::optional<model::system::CapabilityId> module; // only what concerns it; nothing: the whole unit
    std::optional<model::telemetry::Instant> until; // as it was at that moment; nothing: now
};

// Remarks name no module: they belong to one whose requests they are about.
std::vector<services::platform::InstanceLine>
filtered(const std::vector<services::platform::InstanceLine> &lines,
         const LogFilter &filter,
         const LogNames &names);

// At most so many, which are in the order of time: ordinary ones go before warnings and errors.
void keepNewest(std::vector<services::platform::InstanceLine> &lines, std::size_t most);

} // namespace app::inspector
