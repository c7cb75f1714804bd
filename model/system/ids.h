// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <functional>

namespace model::system {

// A distinct type per kind of name, so that a unit's id can never be passed for a capability's.
template<typename Tag>
struct Id
{
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    auto operator<=>(const Id &other) const
    {
        const int order = value.compare(other.value);
        return order <=> 0;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using CapabilityId = Id<struct CapabilityTag>;
using TopicId = Id<struct TopicTag>;
using TeamId = Id<struct TeamTag>;
using JourneyId = Id<struct JourneyTag>;
using UnitId = Id<struct UnitTag>;
using InstanceId = Id<struct InstanceTag>;
using PackagingId = Id<struct PackagingTag>;

// One operation of a capability, e.g. {"catalogue", "GET /products/{id}"}.
struct EndpointId
{
    CapabilityId capability;
    QString operation; // method, space, path template

    bool operator==(const EndpointId &) const = default;
    auto operator<=>(const EndpointId &) const = default;
    friend size_t qHash(const EndpointId &id, size_t seed = 0)
    {
        return qHashMulti(seed, id.capability, id.operation);
    }
};

} // namespace model::system

template<typename Tag>
struct std::hash<model::system::Id<Tag>>
{
    size_t operator()(const model::system::Id<Tag> &id) const noexcept { return qHash(id); }
};
template<>
struct std::hash<model::system::EndpointId>
{
    size_t operator()(const model::system::EndpointId &id) const noexcept { return qHash(id); }
};
