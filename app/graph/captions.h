// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layout.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QHash>

#include <optional>

namespace app::graph {

// The fixed words and team marks of a system's nodes under one packaging. A value.
struct Captions
{
    struct Text
    {
        QString title;
        std::optional<int> team; // position in the system's list; nothing when several teams share it
        QString teamTitle;
    };
    QString fleet; // what the packaging is called
    QHash<model::layout::NodeId, Text> nodes;
    QHash<model::system::CapabilityId, Text> modules;
};

Captions captionsOf(const model::system::System &system, const model::packaging::Packaging &packaging);

} // namespace app::graph
