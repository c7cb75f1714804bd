// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace services::waiting {

// From now on this thread leaves processors to those which have more urgent work: it gets a third of another
// thread's share when all are busy, and loses nothing else. Where the system cannot say that of one thread,
// nothing changes. Any thread, of itself.
void stepBack();

} // namespace services::waiting
