// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestdraft.h"

#include "formfields.h"
#include "variables.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using services::platform::EndpointCall;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::console::Reader", text);
}

class Reader
{
public:
    Reader(const RequestDraft &draft, FillingIn filling)
        : m_draft(draft)
        , m_filling(std::move(filling))
    {
    }
    tl::expected<EndpointCall, std::vector<Complaint>> read();

private:
    void readTarget();
    void readHeaders();
    void readHeader(int line, const QString &text);
    void readBody();
    void readSession();
    void complain(const QString &field, const QString &words) { m_errors.push_back({field, words}); }

    // Of variables which were named and have no value, at the field.
    void complainOfMissing(const QString &field);

    const RequestDraft &m_draft;
    FillingIn m_filling;
    EndpointCall m_call;
    std::vector<Complaint> m_errors;
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

// What is encoded already stays as it is.
QByteArray encodedQuery(const QString &query)
{
    static const QRegularExpression encoded(u"%[0-9A-Fa-f]{2}"_s);
    QByteArray target;
    qsizetype from = 0;
    for (auto found = encoded.globalMatch(query); found.hasNext();) {
        const auto match = found.next();
        target += QUrl::toPercentEncoding(query.mid(from, match.capturedStart() - from), "=&+");
        target += match.captured().toLatin1();
        from = match.capturedEnd();
    }
    return target + QUrl::toPercentEncoding(query.mid(from), "=&+");
}

// Names which say how a message is carried: the connection's own business.
bool isFraming(const QString &name)
{
    static const QStringList framing{u"content-length"_s, u"transfer-encoding"_s, u"connection"_s, u"host"_s};
    return framing.contains(name.toLower());
}

tl::expected<EndpointCall, std::vector<Complaint>> Reader::read()
{
    m_call.operation = m_draft.operation;
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

void Reader::complainOfMissing(const QString &field)
{
    for (const auto &name : m_filling.takeMissing())
        complain(field,
                 tr("%1 has no value in %2 yet. Fill it in under Variables, or send a request whose "
                    "answer gives it.")
                     .arg(u"{{%1}}"_s.arg(name), m_filling.fleet()));
}

void Reader::readTarget()
{
    QString path = m_draft.operation.section(u' ', 1);
    for (const auto &[name, text] : m_draft.parameters) {
        if (text.isEmpty())
            complain(name, tr("Fill this in: it is a part of the address."));
        const QString value = m_filling.text(text);
        complainOfMissing(name);
        path.replace(u"{%1}"_s.arg(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    m_call.request.target = path.toLatin1();
    const QString query = m_filling.text(m_draft.query);
    complainOfMissing(u"query"_s);
    if (!query.isEmpty())
        m_call.request.target += '?' + encodedQuery(query);
}

void Reader::readHeaders()
{
    const auto lines = m_filling.text(m_draft.headers).split(u'\n');
    complainOfMissing(u"headers"_s);
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
    m_call.request.body = m_filling.json(m_draft.body).toUtf8();
    const auto before = m_errors.size();
    complainOfMissing(u"body"_s);
    if (m_errors.size() > before)
        return; // it can be no JSON then
    QJsonParseError fault;
    QJsonDocument::fromJson(m_call.request.body, &fault);
    if (fault.error != QJsonParseError::NoError) {
        if (const auto own = faultOf(m_draft.body))
            m_errors.push_back({u"body"_s, own->words, own->place});
        else
            complain(u"body"_s,
                     tr("It is no JSON once the variables' values are in it (%1).").arg(fault.errorString()));
    }
    if (!m_call.request.headers.contains("Content-Type"))
        m_call.request.headers.add("Content-Type", "application/json");
}

void Reader::readSession()
{
    const QString session = m_filling.text(m_draft.session);
    complainOfMissing(u"session"_s);
    if (session.isEmpty())
        return;
    if (!isHeaderValue(session))
        complain(u"session"_s, tr("A session's token has only plain letters and signs."));
    else
        m_call.request.headers.add("Authorization", "Bearer " + session.toLatin1());
}

} // namespace

bool RequestDraft::hasBody() const
{
    return operation.startsWith(u"POST "_s) || operation.startsWith(u"PUT "_s)
        || operation.startsWith(u"PATCH "_s);
}

tl::expected<EndpointCall, std::vector<Complaint>> readDraft(const RequestDraft &draft, FillingIn filling)
{
    return Reader(draft, std::move(filling)).read();
}

} // namespace app::console
