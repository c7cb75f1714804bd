// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpserialiser.h"

#include "characters.h"

#include <algorithm>
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

// Writes into a buffer which has been made large enough before: one growth a message instead of one a word.
class Writer
{
public:
    Writer(QByteArray &output, qsizetype atMost)
        : m_output(output)
        , m_begin(output.size())
    {
        if (output.capacity() < m_begin + atMost)
            output.reserve(std::max(m_begin + atMost, 2 * output.capacity()));
        output.resize(m_begin + atMost);
        m_cursor = output.data() + m_begin;
    }
    ~Writer() { m_output.resize(m_cursor - m_output.constData()); }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    Writer &operator<<(QByteArrayView text)
    {
        m_cursor
            = std::ranges::copy(text, m_cursor).out; // memcpy must not be given the null of an empty text
        return *this;
    }
    Writer &operator<<(qsizetype number)
    {
        m_cursor = std::to_chars(m_cursor, m_cursor + 20, number).ptr;
        return *this;
    }
    void writeValue(QByteArrayView value)
    {
        for (const char c : value)
            *m_cursor++ = c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    }

private:
    QByteArray &m_output;
    const qsizetype m_begin;
    char *m_cursor = nullptr;
};

bool isOurs(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 5> ours
        = {"connection", "content-length", "transfer-encoding", "date", "host"};
    return std::any_of(ours.begin(), ours.end(), [name](QByteArrayView own) {
        return own.size() == name.size() && own.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void writeLines(Writer &writer, const Headers &headers)
{
    for (int index = 0; index < headers.size(); ++index) {
        const auto line = headers.at(index);
        if (isOurs(line.name) || !characters::isToken(line.name))
            continue;
        writer << line.name << ": ";
        writer.writeValue(line.value);
        writer << "\r\n";
    }
}

// More than what is written besides the header lines, the target and the body.
constexpr qsizetype framingBytes = 256;

qsizetype sizeOf(const Headers &headers)
{
    qsizetype size = 0;
    for (int index = 0; index < headers.size(); ++index) {
        const auto line = headers.at(index);
        size += line.name.size() + line.value.size() + 4;
    }
    return size;
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
    const bool hasBody = mayHaveBody(response.status) && !framing.answerToHead;
    Writer writer(output, framingBytes + sizeOf(response.headers) + (hasBody ? response.body.size() : 0));
    writer << "HTTP/1.1 " << qsizetype(response.status) << " " << reasonPhrase(response.status) << "\r\n";
    if (!framing.date.isEmpty())
        writer << "Date: " << framing.date << "\r\n";
    writeLines(writer, response.headers);
    if (!framing.keepAlive)
        writer << "Connection: close\r\n";
    else if (framing.minorVersion == 0)
        writer << "Connection: keep-alive\r\n";
    if (mayHaveBody(response.status))
        writer << "Content-Length: " << response.body.size() << "\r\n";
    writer << "\r\n";
    if (hasBody)
        writer << response.body;
}

void append(QByteArray &output, const HttpRequest &request, Address address)
{
    const bool mayHaveNone
        = request.method == "GET" || request.method == "HEAD" || request.method == "DELETE";
    Writer writer(output,
                  framingBytes + request.method.size() + request.target.size() + sizeOf(request.headers)
                      + request.body.size());
    writer << request.method << " " << request.target
           << " HTTP/1.1\r\nHost: 127.0.0.1:" << qsizetype(address.port) << "\r\n";
    writeLines(writer, request.headers);
    if (!request.body.isEmpty() || !mayHaveNone)
        writer << "Content-Length: " << request.body.size() << "\r\n";
    writer << "\r\n" << request.body;
}

} // namespace services::transport::serialiser
