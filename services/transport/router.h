// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>
#include <services/contract/request.h>

#include <QByteArrayView>

#include <unordered_map>
#include <vector>

namespace services::transport {

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

// Which endpoint a method and a path mean. Filled at start, then only read. A plain value.
class Router
{
public:
    struct Match
    {
        model::system::EndpointId endpoint;
        contract::Parameters path; // decoded
    };

    // Literal segments win over parameters: "GET /sessions/current" over "GET /sessions/{id}".
    void add(model::system::EndpointId endpoint);
    // `path` is percent-encoded and without a query; HEAD finds what GET finds. With a callee only the
    // endpoints of that capability count. NotFound when nothing has the path, InvalidInput when only other
    // methods have it (see allowed) or an escape in it is malformed.
    Result<Match>
    match(QByteArrayView method, QByteArrayView path, const model::system::CapabilityId &callee = {}) const;
    // The methods which the path takes, sorted, as the Allow header lists them; empty when nothing has the
    // path.
    QByteArray allowed(QByteArrayView path) const;

private:
    struct Segment
    {
        QByteArray literal;
        QString parameter; // its name; empty: the segment is literal
    };
    struct Route
    {
        QByteArray method;
        std::vector<Segment> segments;
        model::system::EndpointId endpoint;
        int parameters = 0;
    };
    static Result<Match> parametersOf(const Route &route, const std::vector<QByteArrayView> &segments);
    static bool fits(const Route &route, const std::vector<QByteArrayView> &segments);

    std::unordered_map<std::size_t, std::vector<Route>> m_routes; // by number of segments, most literal first
};

} // namespace services::transport
