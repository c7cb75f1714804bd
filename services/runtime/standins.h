// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>

#include <QHash>

namespace services::runtime {

// What a capability's code does without the answers of its optional calls, by callee, in the words of the
// system's file ("best sellers"). Nothing of a callee which something else of the capability requires.
QHash<model::system::EndpointId, QString> standInsOf(const model::system::System &system,
                                                     const model::system::CapabilityId &capability);

} // namespace services::runtime
