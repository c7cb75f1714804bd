// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logfilter.h"

#include "logsmodel.h"

#include <algorithm>
#include <set>

namespace app::inspector {

using model::telemetry::LogMatter;
using services::platform::InstanceLine;

namespace {

bool mentions(const InstanceLine &line, const model::system::CapabilityId &module)
{
    return line.line.endpoint.capability == module || line.line.caller == module;
}

bool says(const InstanceLine &line, const QString &text, const LogNames &names)
{
    const auto holds = [&](const QString &words) { return words.contains(text, Qt::CaseInsensitive); };
    return text.isEmpty() || holds(wordsOf(line, names)) || holds(speakerOf(line, names))
        || holds(line.instance.value);
}

} // namespace

std::vector<InstanceLine>
filtered(const std::vector<InstanceLine> &lines, const LogFilter &filter, const LogNames &names)
{
    std::set<model::telemetry::TraceId> itsRequests;
    for (const auto &line : lines) {
        if (filter.module.has_value() && mentions(line, *filter.module))
            itsRequests.insert(line.line.trace);
    }
    const auto concerns = [&](const InstanceLine &line) {
        return !filter.module.has_value() || line.line.matter == LogMatter::State
            || mentions(line, *filter.module)
            || (line.line.matter == LogMatter::Remark && itsRequests.contains(line.line.trace));
    };
    std::vector<InstanceLine> shown;
    for (const auto &line : lines) {
        if (line.line.level < filter.least || (filter.until.has_value() && line.line.at > *filter.until)
            || !concerns(line))
            continue;
        if (says(line, filter.text, names))
            shown.push_back(line);
    }
    return shown;
}

void keepNewest(std::vector<InstanceLine> &lines, std::size_t most)
{
    std::size_t surplus = lines.size() - std::min(lines.size(), most);
    std::erase_if(lines, [&surplus](const InstanceLine &line) {
        const bool goes = surplus > 0 && line.line.level == model::telemetry::LogLevel::Information;
        surplus -= goes ? 1 : 0;
        return goes;
    });
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(surplus));
}

} // namespace app::inspector
