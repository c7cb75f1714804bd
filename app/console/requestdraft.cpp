// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestdraft.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using model::result::Error;
using model::result::Kind;
using services::platform::EndpointCall;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::console::Reader", text);
}

class Reader
{
public:
    explicit Reader(const RequestDraft &draft)
        : m_draft(draft)
    {
    }
    tl::expected<EndpointCall, std::vector<Error>> read();

private:
    void readTarget();
    void readHeaders();
    void readHeader(int line, const QString &text);
    void readBody();
    void readSession();
    void complain(const QString &field, const QString &words)
    {
        m_errors.push_back({Kind::InvalidInput, words, field});
    }

    const RequestDraft &m_draft;
    EndpointCall m_call;
    std::vector<Error> m_errors;
};

bool isHeaderName(const QString &name)
{
    static const QRegularExpression token(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s); // RFC 9110, 5.6.2
    return token.match(name).hasMatch();
}

bool isHeaderValue(const QString &value)
{
    return std::ranges::all_of(value, [](QChar letter) {
        return letter == u'\t' || (letter.unicode() >= 0x20 && letter.unicode() < 0x7f);
    });
}

// Names which say how a message is carried: the connection's own business.
bool isFraming(const QString &name)
{
    static const QStringList framing{u"content-length"_s, u"transfer-encoding"_s, u"connection"_s, u"host"_s};
    return framing.contains(name.toLower());
}

tl::expected<EndpointCall, std::vector<Error>> Reader::read()
{
    m_call.request.method = m_draft.operation.section(u' ', 0, 0).toLatin1();
    readTarget();
    readHeaders();
    readBody();
    readSession();
    auto &headers = m_call.request.headers;
    if (m_call.request.method == "POST" && !headers.contains("Idempotency-Key"))
        headers.add("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    if (!m_errors.empty())
        return tl::unexpected(std::move(m_errors));
    return std::move(m_call);
}

void Reader::readTarget()
{
    QString path = m_draft.operation.section(u' ', 1);
    for (const auto &[name, value] : m_draft.parameters) {
        if (value.isEmpty())
            complain(name, tr("Fill this in: it is a part of the address."));
        path.replace(u"{%1}"_s.arg(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    m_call.request.target = path.toLatin1();
    if (!m_draft.query.isEmpty())
        m_call.request.target += '?' + QUrl::toPercentEncoding(m_draft.query, "=&%+");
}

void Reader::readHeaders()
{
    const auto lines = m_draft.headers.split(u'\n');
    for (int line = 0; line < lines.size(); ++line) {
        if (!lines[line].trimmed().isEmpty())
            readHeader(line + 1, lines[line]);
    }
}

void Reader::readHeader(int line, const QString &text)
{
    const QString name = text.section(u':', 0, 0).trimmed();
    const QString value = text.section(u':', 1).trimmed();
    if (!text.contains(u':') || !isHeaderName(name))
        complain(u"headers"_s, tr("Line %1 is no header. Write it as Name: value.").arg(line));
    else if (isFraming(name))
        complain(u"headers"_s, tr("Line %1: %2 is set by the program. Leave it out.").arg(line).arg(name));
    else if (!isHeaderValue(value))
        complain(u"headers"_s, tr("Line %1: a value may only have plain letters and signs.").arg(line));
    else
        m_call.request.headers.add(name.toLatin1(), value.toLatin1());
}

void Reader::readBody()
{
    if (!m_draft.hasBody() || m_draft.body.trimmed().isEmpty())
        return;
    m_call.request.body = m_draft.body.toUtf8();
    QJsonParseError fault;
    QJsonDocument::fromJson(m_call.request.body, &fault);
    if (fault.error != QJsonParseError::NoError)
        complain(u"body"_s,
                 tr("This is not JSON: %1, at character %2.").arg(fault.errorString()).arg(fault.offset + 1));
    if (!m_call.request.headers.contains("Content-Type"))
        m_call.request.headers.add("Content-Type", "application/json");
}

void Reader::readSession()
{
    if (m_draft.session.isEmpty())
        return;
    if (!isHeaderValue(m_draft.session))
        complain(u"session"_s, tr("A session's token has only plain letters and signs."));
    else
        m_call.request.headers.add("Authorization", "Bearer " + m_draft.session.toLatin1());
}

} // namespace

bool RequestDraft::hasBody() const
{
    return operation.startsWith(u"POST "_s) || operation.startsWith(u"PUT "_s)
        || operation.startsWith(u"PATCH "_s);
}

tl::expected<EndpointCall, std::vector<Error>> readDraft(const RequestDraft &draft)
{
    return Reader(draft).read();
}

} // namespace app::console
