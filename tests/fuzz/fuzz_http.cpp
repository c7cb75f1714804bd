// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/transport/httprequestparser.h>
#include <services/transport/httpresponseparser.h>
#include <services/transport/httpserialiser.h>
#include <services/transport/wire.h>

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace services::transport;

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

// All messages in the bytes, which arrive in pieces of at most so many; a failure counts as a message of its
// status.
template<typename Parser, typename Take>
QByteArrayList messages(Parser &parser, QByteArrayView bytes, qsizetype piece, Take take)
{
    QByteArrayList all;
    while (!bytes.isEmpty() && parser.state() != MessageParser::State::Failed) {
        auto arrived = bytes.first(std::min(piece, bytes.size()));
        bytes = bytes.sliced(arrived.size());
        while (!arrived.isEmpty() && parser.state() != MessageParser::State::Failed) {
            const auto taken = take(parser, arrived, all);
            require(taken <= arrived.size());
            arrived = arrived.sliced(taken);
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
    return messages(parser, bytes, piece,
                    [](HttpRequestParser &own, QByteArrayView arrived, QByteArrayList &all) {
                        const auto taken = own.parse(arrived);
                        if (own.state() == MessageParser::State::Complete) {
                            const auto request = own.take();
                            require(request.target.startsWith('/') || request.target == "*");
                            require(request.headers.count("host") <= 1);
                            require(request.body.size() <= HttpLimits{}.bodyBytes);
                            readAsCall(request);
                            all.append(request.method + ' ' + request.target + ' ' + request.body);
                        }
                        return taken;
                    });
}

QByteArrayList answers(QByteArrayView bytes, qsizetype piece)
{
    HttpResponseParser parser(HttpClientLimits{});
    return messages(parser, bytes, piece,
                    [](HttpResponseParser &own, QByteArrayView arrived, QByteArrayList &all) {
                        const auto taken = own.parseAnswer(arrived);
                        if (own.state() == MessageParser::State::Complete) {
                            auto response = own.take();
                            require(response.status >= 200 && response.status < 1000);
                            all.append(QByteArray::number(response.status) + ' ' + response.body);
                            const auto reply = wire::fromHttp(std::move(response));
                            require(reply || !reply.error().message.isEmpty());
                        }
                        return taken;
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
    const auto parse = (data[0] & 32) != 0 ? &answers : &requests;
    require(parse(bytes, piece) == parse(bytes, std::max<qsizetype>(bytes.size(), 1)));
    return 0;
}
