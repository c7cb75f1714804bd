// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "randomsystem.h"

#include "draft.h"

namespace model::generation {

using namespace Qt::StringLiterals;

system::System randomSystem(std::uint64_t seed, SystemSize size)
{
    Draft draft{{}, {}, Lots(seed)};
    draft.system.id = u"random-%1"_s.arg(seed);
    draft.system.title = u"Random system %1"_s.arg(seed);
    draft.system.components = u"synthetic"_s;
    const int capabilities = draft.lots.between(size.fewest, size.most);
    addTeams(draft, capabilities);
    addCapabilities(draft, capabilities);
    addTopics(draft);
    addCalls(draft);
    addJourneys(draft);
    addCallsToTheForgotten(draft);
    addStorage(draft);
    return draft.system;
}

} // namespace model::generation
