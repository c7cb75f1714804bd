// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "system.h"

#include <QByteArray>

namespace model::system {

// A system's file, as SystemReader reads it: reading what was written gives an equal system. Members which
// the format allows to be left out are left out when they say nothing.
QByteArray toJson(const System &system);

} // namespace model::system
