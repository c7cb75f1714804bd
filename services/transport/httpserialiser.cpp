// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpserialiser.h"

#include "characters.h"

#include <array>
#include <charconv>

namespace services::transport::serialiser {

namespace {

struct Phrase
{
    int status;
    QByteArrayView words;
};
constexpr std::array<Phrase, 32> phrases = {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

void appendNumber(QByteArray &output, qsizetype number)
{
    std::array<char, 24> digits; // NOLINT: filled by to_chars
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    output.append(digits.data(), end - digits.data());
}

bool isOurs(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 5> ours
        = {"connection", "content-length", "transfer-encoding", "date", "host"};
    return std::any_of(ours.begin(), ours.end(), [name](QByteArrayView own) {
        return own.size() == name.size() && own.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void appendValue(QByteArray &output, QByteArrayView value)
{
    const auto from = output.size();
    output.append(value);
    for (auto at = from; at < output.size(); ++at) {
        const char c = output.at(at);
        if (c == '\r' || c == '\n' || c == '\0')
            output[at] = ' ';
    }
}

void appendLines(QByteArray &output, const Headers &headers)
{
    for (int index = 0; index < headers.size(); ++index) {
        const auto line = headers.at(index);
        if (isOurs(line.name) || !characters::isToken(line.name))
            continue;
        output.append(line.name).append(": ", 2);
        appendValue(output, line.value);
        output.append("\r\n", 2);
    }
}

qsizetype sizeOf(const Headers &headers, qsizetype body)
{
    qsizetype size = 192 + body;
    for (int index = 0; index < headers.size(); ++index)
        size += headers.at(index).name.size() + headers.at(index).value.size() + 4;
    return size;
}

void reserveMore(QByteArray &output, qsizetype size)
{
    if (output.capacity() < output.size() + size)
        output.reserve(output.size() + size);
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

QByteArrayView reasonPhrase(int status)
{
    const auto found = std::find_if(phrases.begin(), phrases.end(),
                                    [status](const Phrase &phrase) { return phrase.status == status; });
    return found == phrases.end() ? QByteArrayView("Unknown") : found->words;
}

void append(QByteArray &output, const HttpResponse &response, const ResponseFraming &framing)
{
    reserveMore(output, sizeOf(response.headers, response.body.size()));
    output.append("HTTP/1.1 ", 9);
    appendNumber(output, response.status);
    output.append(' ').append(reasonPhrase(response.status)).append("\r\n", 2);
    if (!framing.date.isEmpty())
        output.append("Date: ", 6).append(framing.date).append("\r\n", 2);
    appendLines(output, response.headers);
    if (!framing.keepAlive)
        output.append("Connection: close\r\n", 19);
    else if (framing.minorVersion == 0)
        output.append("Connection: keep-alive\r\n", 24);
    if (mayHaveBody(response.status)) {
        output.append("Content-Length: ", 16);
        appendNumber(output, response.body.size());
        output.append("\r\n", 2);
    }
    output.append("\r\n", 2);
    if (mayHaveBody(response.status) && !framing.answerToHead)
        output.append(response.body);
}

void append(QByteArray &output, const HttpRequest &request, Address address)
{
    reserveMore(output, sizeOf(request.headers, request.body.size()) + request.target.size());
    output.append(request.method).append(' ').append(request.target).append(" HTTP/1.1\r\nHost: 127.0.0.1:");
    appendNumber(output, address.port);
    output.append("\r\n", 2);
    appendLines(output, request.headers);
    if (!request.body.isEmpty() || request.method == "POST" || request.method == "PUT"
        || request.method == "PATCH") {
        output.append("Content-Length: ", 16);
        appendNumber(output, request.body.size());
        output.append("\r\n", 2);
    }
    output.append("\r\n", 2).append(request.body);
}

} // namespace services::transport::serialiser
