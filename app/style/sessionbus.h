// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <stop_token>

namespace app::style {

// Whether the session's message bus is there and says anything at all. libdbus does not ask: a bus that
// accepts connections and then hangs keeps whoever connects waiting for half a minute, each time. Tries every
// socket that the address names, up to that long each; one of another machine (tcp) counts as answering. Any
// thread; gives up early, with no, when told to
// (https://dbus.freedesktop.org/doc/dbus-specification.html#auth-protocol).
bool doesSessionBusAnswer(std::chrono::milliseconds patience, const std::stop_token &giveUp = {});

// For the start of a program, before Qt connects to the bus from its own main thread: when none answers, this
// process and whatever it starts does without.
void doWithoutHangingSessionBus(std::chrono::milliseconds patience);

} // namespace app::style
