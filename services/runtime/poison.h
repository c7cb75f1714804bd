// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/event.h>

namespace services::runtime {

// A message that no consumer of the topic can make sense of: its payload is not even text. Its key is its
// own, so that it stands in nobody's way but for the worker that tries it.
contract::Event poison(const model::system::TopicId &topic);
bool isPoison(const contract::Event &event);

} // namespace services::runtime
