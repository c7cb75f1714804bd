// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "characters.h"
#include "percent.h"
#include "problem.h"
#include "wire.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace services::transport::wire {

using namespace Qt::StringLiterals;
using contract::Reply;

namespace {

struct Meaning
{
    Kind kind;
    int status;
};
constexpr std::array<Meaning, 16> meanings = {{
    {Kind::InvalidInput, 400},
    {Kind::Unauthenticated, 401},
    {Kind::Declined, 402},
    {Kind::Forbidden, 403},
    {Kind::NotFound, 404},
    {Kind::Conflict, 409},
    {Kind::TooLarge, 413},
    {Kind::Internal, 500},
    {Kind::Unavailable, 503},
    {Kind::Overloaded, 503},
    {Kind::Full, 503}, // these three are the service's own trouble, and pass once somebody has seen to it
    {Kind::ReadOnly, 503},
    {Kind::Corrupt, 503},
    {Kind::TimedOut, 504},
    {Kind::InvalidInput, 405},
    {Kind::Overloaded, 429},
}};

const QString typePrefix = u"urn:faultline:problem:"_s; // NOLINT: a literal, not allocated

// "Retry-After" (RFC 9110, 10.2.3) as we write it, in seconds; a date, or none: zero.
std::chrono::seconds retryAfter(const Headers &headers)
{
    constexpr qsizetype digits = 9; // thirty years
    const auto text = headers.find("Retry-After");
    return characters::isNumber(text) && text.size() <= digits
        ? std::chrono::seconds(text.toByteArray().toLongLong())
        : std::chrono::seconds(0);
}

// What happened to a connection or an instance is true there alone: whoever asked that instance must not take
// it for its own (and repeat what was not refused to it, or stop because another has stopped).
Kind asSeenByOthers(Kind kind)
{
    const bool isTheirs = kind == Kind::Refused || kind == Kind::Reset || kind == Kind::Cancelled;
    return isTheirs ? Kind::Unavailable : kind;
}

HttpResponse problemOf(const Error &error)
{
    const auto kind = asSeenByOthers(error.kind);
    return problem::response(
        {statusOf(kind), typePrefix + model::result::word(kind), error.message, error.subject});
}

Error errorOf(const HttpResponse &response)
{
    const auto type = response.headers.find("Content-Type");
    const auto json = type.startsWith(problem::mediaType) ? QJsonDocument::fromJson(response.body).object()
                                                          : QJsonObject();
    const auto kind = json.value("type"_L1).toString();
    const auto detail = json.value("detail"_L1).toString();
    Error error;
    error.kind = kind.startsWith(typePrefix)
        ? asSeenByOthers(model::result::kindOfWord(QStringView(kind).sliced(typePrefix.size())))
        : kindOf(response.status);
    error.message = detail.isEmpty() ? u"The answer had status %1"_s.arg(response.status) : detail;
    error.subject = json.value("subject"_L1).toString();
    error.retryAfter = retryAfter(response.headers);
    return error;
}

} // namespace

int statusOf(Kind kind)
{
    const auto found = std::ranges::find(meanings, kind, &Meaning::kind);
    return found == meanings.end() ? 500 : found->status;
}

Kind kindOf(int status)
{
    const auto found = std::ranges::find(meanings, status, &Meaning::status);
    if (found != meanings.end())
        return found->kind;
    return status >= 400 && status < 500 ? Kind::InvalidInput : Kind::Internal;
}

HttpResponse toHttp(const Result<Reply> &reply)
{
    if (!reply)
        return problemOf(reply.error());
    HttpResponse response;
    response.status = reply->status;
    if (!reply->mediaType.isEmpty())
        response.headers.add("Content-Type", reply->mediaType);
    response.headers.add("Cache-Control",
                         reply->cacheControl.isEmpty() ? QByteArray("no-store") : reply->cacheControl);
    if (!reply->location.isEmpty())
        response.headers.add("Location", reply->location);
    if (!reply->degraded.isEmpty())
        response.headers.add(degradedHeader, percent::encoded(reply->degraded));
    response.body = reply->body;
    return response;
}

HttpResponse rejection(const Error &error, QByteArrayView target, const Router &router)
{
    const auto query = target.indexOf('?');
    const auto path = query < 0 ? target : target.first(query);
    const auto allowed = router.allowed(path);
    // The router complains about the path as a whole only when it is unknown or the method is wrong.
    const bool isMethod = error.kind == Kind::InvalidInput && !allowed.isEmpty()
        && error.subject == QString::fromLatin1(path);
    if (!isMethod)
        return problemOf(error);
    auto response = problem::response(405, error.message);
    response.headers.add("Allow", allowed);
    return response;
}

Result<Reply> fromHttp(HttpResponse response)
{
    if ((response.status < 200 || response.status > 299) && response.status != 304)
        return tl::unexpected<Error>(errorOf(response));
    const auto cacheControl = response.headers.find("Cache-Control");
    Reply reply;
    reply.status = response.status;
    reply.mediaType = response.headers.find("Content-Type").toByteArray();
    if (cacheControl != "no-store")
        reply.cacheControl = cacheControl.toByteArray();
    reply.location = response.headers.find("Location").toByteArray();
    reply.degraded = percent::decoded(response.headers.find(degradedHeader)).value_or(u"a fallback"_s);
    reply.body = std::move(response.body);
    return reply;
}

} // namespace services::transport::wire
