// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "standins.h"

#include <QSet>

namespace services::runtime {

using model::system::EndpointId;

QHash<EndpointId, QString> standInsOf(const model::system::System &system,
                                      const model::system::CapabilityId &capability)
{
    QHash<EndpointId, QString> standIns;
    QSet<EndpointId> required;
    const auto *declared = system.capability(capability);
    if (declared == nullptr)
        return standIns;
    for (const auto &endpoint : declared->endpoints) {
        for (const auto &call : endpoint.calls) {
            if (call.necessity == model::system::Necessity::Optional)
                standIns.insert(call.to, call.fallback);
            else
                required.insert(call.to);
        }
    }
    for (const auto &callee : std::as_const(required))
        standIns.remove(callee);
    return standIns;
}

} // namespace services::runtime
