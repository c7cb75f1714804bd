// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestline.h"

#include "characters.h"
#include "percent.h"

#include <QString>

#include <algorithm>
#include <array>

namespace services::transport {

using namespace Qt::StringLiterals;
using characters::isDigit;
using characters::isToken;
using characters::isVisible;

namespace {

std::optional<Rejection> reject(int status, QString reason)
{
    return Rejection{status, std::move(reason)};
}

// A known method as a shared literal, which costs no allocation; null when unknown.
QByteArray knownMethod(QByteArrayView word)
{
    static const std::array<QByteArray, 7> known
        = {"GET"_ba, "POST"_ba, "PUT"_ba, "DELETE"_ba, "HEAD"_ba, "PATCH"_ba, "OPTIONS"_ba};
    const auto found = std::ranges::find(known, word);
    return found == known.end() ? QByteArray() : *found;
}

std::optional<Rejection> parseVersion(QByteArrayView word, RequestLine &into)
{
    if (word == "HTTP/1.1" || word == "HTTP/1.0") {
        into.minorVersion = word.back() - '0';
        return {};
    }
    if (word.size() == 8 && word.startsWith("HTTP/") && isDigit(word[5]) && word[6] == '.'
        && isDigit(word[7]))
        return reject(505, u"Only HTTP/1.1 and HTTP/1.0 are spoken here"_s);
    return reject(400, u"The request line must end in HTTP/1.1"_s);
}

// Whether a segment, decoded, is "." or "..": no path of ours holds one, and each proxy resolves them
// differently.
bool isDotSegment(QByteArrayView segment)
{
    int dots = 0;
    for (qsizetype at = 0; at < segment.size(); ++dots) {
        if (segment[at] == '.')
            ++at;
        else if (segment.sliced(at).startsWith("%2e") || segment.sliced(at).startsWith("%2E"))
            at += 3;
        else
            return false;
    }
    return dots == 1 || dots == 2;
}

bool hasDotSegment(QByteArrayView path)
{
    while (!path.isEmpty()) {
        path = path.sliced(1); // the slash
        const auto end = path.indexOf('/');
        const auto segment = end < 0 ? path : path.first(end);
        if (isDotSegment(segment))
            return true;
        path = path.sliced(segment.size());
    }
    return false;
}

// Turns "http://authority/path" into its parts.
std::optional<Rejection> splitAbsolute(QByteArrayView target, RequestLine &into, QByteArrayView &origin)
{
    constexpr QByteArrayView scheme = "http://";
    if (target.size() < scheme.size()
        || target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return reject(400, u"The request target must be a path"_s);
    const auto rest = target.sliced(scheme.size());
    const auto slash = std::ranges::find_if(rest, [](char c) { return c == '/' || c == '?'; }) - rest.begin();
    into.authority = rest.first(slash).toByteArray();
    origin = rest.sliced(slash);
    if (into.authority.isEmpty() || origin.startsWith('?'))
        return reject(400, u"The request target must have a host and a path"_s);
    if (origin.isEmpty())
        origin = "/";
    return {};
}

std::optional<Rejection> parseTarget(QByteArrayView target, RequestLine &into)
{
    bool isPlain = true; // nothing in it that needs a closer look
    bool isLegal = true;
    for (const char c : target) {
        isLegal = isLegal && isVisible(c) && c != '#';
        isPlain = isPlain && c != '%' && c != '.';
    }
    if (!isLegal)
        return reject(400, u"The request target holds a character that must be percent-encoded"_s);
    if (target == "*" && into.method == "OPTIONS") {
        into.target = "*"_ba;
        return {};
    }
    auto origin = target;
    if (!target.startsWith('/')) {
        if (auto rejection = splitAbsolute(target, into, origin))
            return rejection;
    }
    into.target = origin.toByteArray();
    if (isPlain)
        return {};
    if (!percent::isWellFormed(origin))
        return reject(400, u"A % in the request target must be followed by two hexadecimal digits"_s);
    const auto query = origin.indexOf('?');
    if (hasDotSegment(query < 0 ? origin : origin.first(query)))
        return reject(400, u"The path must not hold . or .. segments"_s);
    return {};
}

} // namespace

std::optional<Rejection> RequestLine::parse(QByteArrayView line, qsizetype targetLimit, RequestLine &into)
{
    const auto first = line.indexOf(' ');
    constexpr qsizetype version = 8; // "HTTP/1.1"
    const auto last = line.size() - version - 1;
    if (first <= 0 || !isToken(line.first(first)))
        return reject(400, u"The request line must be: method, path, HTTP/1.1"_s);
    if (last <= first + 1 || line[last] != ' ')
        return reject(400, u"The request line must be: method, path, HTTP/1.1"_s);
    const auto target = line.sliced(first + 1, last - first - 1);
    if (target.size() > targetLimit)
        return reject(414, u"The request target is longer than %1 bytes"_s.arg(targetLimit));
    if (auto rejection = parseVersion(line.sliced(last + 1), into))
        return rejection;
    into.method = knownMethod(line.first(first));
    if (into.method.isNull())
        return reject(501, u"The method is not known here"_s);
    return parseTarget(target, into);
}

std::optional<Rejection> checkAuthority(QByteArrayView authority)
{
    const auto bracket = authority.startsWith('[') ? authority.indexOf(']') : 0;
    const auto colon = authority.indexOf(':', std::max<qsizetype>(bracket, 0));
    const auto name = colon < 0 ? authority : authority.first(colon);
    const auto port = colon < 0 ? QByteArrayView() : authority.sliced(colon + 1);
    if (port.size() > 5 || !std::ranges::all_of(port, isDigit))
        return reject(400, u"The Host has a malformed port"_s);
    if (name == QByteArrayView("127.0.0.1") || name == QByteArrayView("[::1]")
        || name.compare("localhost", Qt::CaseInsensitive) == 0)
        return {};
    constexpr QByteArrayView strange("@/\\,?#\"<>");
    if (name.isEmpty() || !std::ranges::all_of(name, isVisible)
        || std::ranges::any_of(name, [strange](char c) { return strange.contains(c); }))
        return reject(400, u"The Host is malformed"_s);
    return reject(421, u"Only 127.0.0.1 and localhost are served here"_s);
}

} // namespace services::transport
