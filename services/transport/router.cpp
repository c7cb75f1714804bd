// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "router.h"

#include "percent.h"

#include <algorithm>
#include <set>

namespace services::transport {

using namespace Qt::StringLiterals;

namespace {

// "/products/42" -> "products", "42"; "/" -> one empty segment.
std::vector<QByteArrayView> split(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    segments.reserve(8);
    path = path.sliced(path.startsWith('/') ? 1 : 0);
    while (true) {
        const auto slash = path.indexOf('/');
        if (slash < 0)
            break;
        segments.push_back(path.first(slash));
        path = path.sliced(slash + 1);
    }
    segments.push_back(path);
    return segments;
}

} // namespace

void Router::add(model::system::EndpointId endpoint)
{
    const auto operation = endpoint.operation.toUtf8();
    const auto space = operation.indexOf(' ');
    Route route;
    route.method = operation.left(space);
    for (const auto segment : split(QByteArrayView(operation).sliced(space + 1))) {
        const bool isParameter = segment.startsWith('{') && segment.endsWith('}') && segment.size() > 2;
        if (isParameter)
            route.segments.push_back({{}, QString::fromUtf8(segment.sliced(1, segment.size() - 2))});
        else
            route.segments.push_back({segment.toByteArray(), {}});
        route.parameters += isParameter ? 1 : 0;
    }
    route.endpoint = std::move(endpoint);
    auto &routes = m_routes[route.segments.size()];
    const auto place = std::ranges::upper_bound(routes, route.parameters, {}, &Route::parameters);
    routes.insert(place, std::move(route));
}

bool Router::fits(const Route &route, const std::vector<QByteArrayView> &segments)
{
    return std::ranges::equal(route.segments, segments, [](const Segment &segment, QByteArrayView word) {
        return segment.parameter.isEmpty() ? segment.literal == word : !word.isEmpty();
    });
}

Result<Router::Match>
Router::match(QByteArrayView method, QByteArrayView path, const model::system::CapabilityId &callee) const
{
    const auto segments = split(path);
    const auto wanted = method == "HEAD" ? QByteArrayView("GET") : method;
    const auto found = m_routes.find(segments.size());
    bool pathIsKnown = false;
    if (found != m_routes.end()) {
        for (const auto &route : found->second) {
            if ((!callee.isEmpty() && callee != route.endpoint.capability) || !fits(route, segments))
                continue;
            if (route.method == wanted)
                return parametersOf(route, segments);
            pathIsKnown = true;
        }
    }
    const auto shown = QString::fromLatin1(path);
    if (pathIsKnown)
        return failure(
            Kind::InvalidInput,
            u"%1 does not take this method, only: %2"_s.arg(shown, QString::fromLatin1(allowed(path))),
            shown);
    return failure(Kind::NotFound, u"There is nothing at %1"_s.arg(shown), shown);
}

Result<Router::Match> Router::parametersOf(const Route &route, const std::vector<QByteArrayView> &segments)
{
    Match match{route.endpoint, {}};
    for (std::size_t index = 0; index < segments.size(); ++index) {
        const auto &name = route.segments[index].parameter;
        if (name.isEmpty())
            continue;
        auto value = percent::decoded(segments[index]);
        if (!value)
            return failure(Kind::InvalidInput, value.error().message, name);
        match.path.insert(name, std::move(*value));
    }
    return match;
}

QByteArray Router::allowed(QByteArrayView path) const
{
    const auto segments = split(path);
    const auto found = m_routes.find(segments.size());
    std::set<QByteArray> methods;
    if (found != m_routes.end()) {
        for (const auto &route : found->second) {
            if (!fits(route, segments))
                continue;
            methods.insert(route.method);
            if (route.method == "GET")
                methods.insert("HEAD");
        }
    }
    return QByteArrayList(methods.begin(), methods.end()).join(", ");
}

} // namespace services::transport
