// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace services::runtime {

// Shuts down all sockets of this program whose own port is this one, listeners included, from any thread:
// what the peers of a killed process would see. For a server whose thread hangs and cannot do it itself; the
// descriptors stay open until that thread closes them. Answers how many. Linux only; elsewhere 0.
int cutSockets(quint16 port);

} // namespace services::runtime
