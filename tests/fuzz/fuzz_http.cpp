// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictreading.h"

#include <services/transport/httprequestparser.h>
#include <services/transport/httpresponseparser.h>
#include <services/transport/httpserialiser.h>
#include <services/transport/wire.h>

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace services::transport;
using tests::fuzz::readStrictly;

namespace {

constexpr services::contract::Instant now{std::chrono::seconds(1000)};

void require(bool condition)
{
    if (!condition)
        std::abort();
}

const Router &shop()
{
    static const Router router = [] {
        Router made;
        for (const auto *operation :
             {"GET /", "GET /search", "GET /products", "GET /products/{id}", "POST /orders",
              "PUT /cart/items/{product}", "DELETE /sessions/current"})
            made.add({{u"shop"_s}, QString::fromLatin1(operation)});
        return made;
    }();
    return router;
}

// What the parser has accepted, a strict reader accepts as well, and sees the same in it; else somebody
// before or behind us may see another message.
void requireStrict(QByteArrayView bytes, const Headers &headers, const QByteArray &body)
{
    auto message = readStrictly(bytes);
    while (message && message->firstLine.startsWith("HTTP/1.") && message->firstLine.mid(9, 1) == "1") {
        bytes = bytes.sliced(message->length); // informational: the answer follows
        message = readStrictly(bytes);
    }
    require(message && message->length == bytes.size() && message->body == body);
    require(message->lines.size() == headers.size());
    for (int index = 0; index < headers.size(); ++index) {
        const auto &[name, value] = message->lines.at(index);
        require(headers.at(index).name == name && headers.at(index).value == value);
    }
}

qsizetype parse(HttpRequestParser &parser, QByteArrayView bytes)
{
    return parser.parse(bytes);
}
qsizetype parse(HttpResponseParser &parser, QByteArrayView bytes)
{
    return parser.parseAnswer(bytes);
}

// All messages in the bytes, and where they end, when the bytes arrive in pieces of at most so many; a
// failure counts as a message. `take` is given what has arrived of the stream and where the present message
// begins.
template<typename Parser, typename Take>
QByteArrayList messages(Parser &parser, QByteArrayView bytes, qsizetype piece, Take take)
{
    QByteArrayList all;
    qsizetype begin = 0;
    qsizetype taken = 0;
    for (qsizetype arrived = 0; arrived < bytes.size();) {
        arrived = std::min(arrived + piece, bytes.size());
        while (taken < arrived && parser.state() != MessageParser::State::Failed) {
            const auto step = parse(parser, bytes.sliced(taken, arrived - taken));
            require(step >= 0 && step <= arrived - taken);
            taken += step;
            if (parser.state() != MessageParser::State::Complete)
                continue;
            all.append(take(parser, bytes.sliced(begin, taken - begin)) + " at " + QByteArray::number(taken));
            begin = taken;
        }
    }
    if (parser.state() == MessageParser::State::Failed) {
        require(parser.rejection().status >= 400 && !parser.rejection().reason.isEmpty());
        all.append("failed");
    }
    return all;
}

// What the wire understands, it says again in other bytes which mean the same.
void readAsCall(const HttpRequest &http)
{
    const auto request = wire::fromHttp(http, shop(), now);
    if (!request) {
        const auto refused = wire::rejection(request.error(), http.target, shop());
        require(refused.status >= 400);
        return;
    }
    QByteArray bytes;
    serialiser::append(bytes, wire::toHttp(*request, now), {80});
    HttpRequestParser parser(HttpLimits{});
    parser.parse(bytes);
    if (parser.state() == MessageParser::State::Failed)
        return; // longer than the limits once everything is encoded, or a path of dots
    require(parser.state() == MessageParser::State::Complete);
    const auto again = wire::fromHttp(parser.take(), shop(), now);
    require(again && again->endpoint == request->endpoint && again->path == request->path);
    require(again->query == request->query && again->body == request->body);
    require(again->context.deadline == request->context.deadline);
}

QByteArrayList requests(QByteArrayView bytes, qsizetype piece)
{
    HttpRequestParser parser(HttpLimits{});
    return messages(parser, bytes, piece, [](HttpRequestParser &own, QByteArrayView message) {
        const auto request = own.take();
        require(request.target.startsWith('/') || request.target == "*");
        require(request.headers.count("host") <= 1);
        require(request.body.size() <= HttpLimits{}.bodyBytes);
        requireStrict(message, request.headers, request.body);
        readAsCall(request);
        return request.method + ' ' + request.target + ' ' + request.body;
    });
}

QByteArrayList answers(QByteArrayView bytes, qsizetype piece)
{
    HttpResponseParser parser(HttpClientLimits{});
    return messages(parser, bytes, piece, [](HttpResponseParser &own, QByteArrayView message) {
        auto response = own.take();
        require(response.status >= 200 && response.status < 1000);
        requireStrict(message, response.headers, response.body);
        const QByteArray shown = QByteArray::number(response.status) + ' ' + response.body;
        const auto reply = wire::fromHttp(std::move(response));
        require(reply || !reply.error().message.isEmpty());
        return shown;
    });
}

} // namespace

// The first byte chooses requests or answers (its 32: lower case) and the size of the pieces in which the
// rest arrives. However it arrives, it must mean the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto piece = static_cast<qsizetype>(data[0] % 32) + 1;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    const auto read = (data[0] & 32) != 0 ? &answers : &requests;
    const auto whole = read(bytes, std::max<qsizetype>(bytes.size(), 1));
    require(read(bytes, piece) == whole);
    require(read(bytes, 1) == whole);
    return 0;
}
