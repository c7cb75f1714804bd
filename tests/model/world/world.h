// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>

namespace tests::world {

// A system from a few lines, one for each endpoint of a capability:
//
//     front GET /a: shop GET /b, mail GET /c?     (a call each; "?": optional; "*3": three at once)
//     shop POST /b keyed writes
//
// The first capability is the entry; each of its endpoints is a journey named after its path ("a"). A
// capability with an endpoint that is read or written ("reads", "writes") owns a database. "listens TOPIC"
// and "publishes TOPIC" belong to the capability; a journey whose line says "awaits" waits for a message.
model::system::System fromLines(const QString &lines);

} // namespace tests::world
