// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QJsonObject>

namespace services::lab {

// Where the fleets are: {"<packaging>": {"storefront", "instances": [{"unit", "instance", "url", "state"}]}}.
QJsonObject addressesJson(const platform::Snapshot &snapshot);
// The same with what is measured: rates, journeys' states, queues.
QJsonObject statusJson(const platform::Snapshot &snapshot);

} // namespace services::lab
