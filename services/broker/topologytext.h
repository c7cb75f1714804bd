// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"

namespace services::broker {

// Who reads what, as it is kept on the server: JSON, {"<topic>": ["<group>", ...]}. Of a text that is none:
// nothing.
QByteArray textOf(const std::vector<TopicBinding> &topology);
std::vector<TopicBinding> topologyOf(const QByteArray &text);

} // namespace services::broker
