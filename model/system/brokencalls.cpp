// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contradictions.h"
#include "operation.h"

#include <model/json/suggestion.h>

#include <QHash>
#include <QSet>

namespace model::system {

using namespace Qt::StringLiterals;
using json::Problems;

namespace {

// The operations of each capability.
using Operations = QHash<CapabilityId, QStringList>;

Operations operationsOf(const System &system)
{
    Operations all;
    for (const Capability &capability : system.capabilities) {
        for (const Endpoint &endpoint : capability.endpoints)
            all[capability.id].append(endpoint.id.operation);
    }
    return all;
}

QStringList capabilitiesOf(const Operations &operations)
{
    QStringList ids;
    for (const CapabilityId &id : operations.keys())
        ids.append(id.value);
    ids.sort();
    return ids;
}

// What is wrong with calling this endpoint; empty: nothing.
QString faultOf(const EndpointId &to, const CapabilityId &caller, const Operations &operations)
{
    const auto offered = operations.constFind(to.capability);
    if (offered == operations.constEnd())
        return u"There is no capability \"%1\".%2 Name one that is there."_s.arg(
            to.capability.value, json::didYouMean(to.capability.value, capabilitiesOf(operations)));
    if (!offered->contains(to.operation))
        return u"\"%1\" has no endpoint \"%2\".%3 It has %4."_s.arg(to.capability.value, to.operation,
                                                                    json::didYouMean(to.operation, *offered),
                                                                    json::oneOf(*offered));
    if (to.capability == caller)
        return u"A capability does not call itself. Remove this call; it is work of the same code."_s;
    return {};
}

} // namespace

void findBrokenCalls(const System &system, Problems &problems)
{
    const Operations operations = operationsOf(system);
    for (std::size_t i = 0; i < system.capabilities.size(); ++i) {
        const Capability &capability = system.capabilities[i];
        for (std::size_t j = 0; j < capability.endpoints.size(); ++j) {
            QSet<EndpointId> called;
            for (std::size_t k = 0; k < capability.endpoints[j].calls.size() && !problems.isFull(); ++k) {
                const EndpointId &to = capability.endpoints[j].calls[k].to;
                if (to.capability.isEmpty())
                    continue;
                QString fault = faultOf(to, capability.id, operations);
                if (fault.isEmpty() && called.contains(to))
                    fault = u"This endpoint already calls \"%1\". Declare the call once."_s.arg(written(to));
                called.insert(to);
                if (!fault.isEmpty())
                    problems.add(u"/capabilities/%1/endpoints/%2/calls/%3/to"_s.arg(i).arg(j).arg(k), fault);
            }
        }
    }
}

} // namespace model::system
