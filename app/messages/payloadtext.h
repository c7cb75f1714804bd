// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/platform.h>

namespace app::messages {

// What a person reads of a message: its payload with line breaks and indents where it is JSON, below what it
// is about. What is cut off, or no text, is told.
QString payloadText(const services::broker::PeekedMessage &message);

} // namespace app::messages
