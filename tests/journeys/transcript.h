// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/platform.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace tests::journeys {

using namespace Qt::StringLiterals;

// A customer at the storefront of one fleet. Writes down what the shop answers, without what differs from run
// to run (ids made up, moments, tokens), so that two shops can be compared word by word.
class Customer
{
public:
    Customer(services::platform::Platform &platform, model::system::PackagingId fleet)
        : m_platform(platform)
        , m_fleet(std::move(fleet))
    {
    }

    // Asks, writes the answer down and gives back its body.
    QJsonObject does(const QByteArray &operation, const QJsonObject &body = {})
    {
        const auto answer = ask(operation, body);
        m_transcript += QString::fromLatin1(operation) + u" -> "_s + answer + u'\n';
        return m_body;
    }
    // Asks until the list in the answer has as many items; writes only that answer down, its items sorted:
    // what comes by events comes in any order.
    void awaits(const QByteArray &operation, qsizetype items)
    {
        QString answer;
        const bool came = QTest::qWaitFor(
            [&] {
                answer = ask(operation, {});
                return m_body[u"items"_s].toArray().size() >= items;
            },
            20'000);
        m_transcript += QString::fromLatin1(operation) + (came ? u" -> "_s : u" -> in vain: "_s)
            + answer.section(u' ', 0, 1) + u' ' + sortedItems() + u'\n';
    }

    void useSession(const QString &token) { m_session = token.toUtf8(); }
    void useKey(const QByteArray &key) { m_key = key; }
    QString transcript() const { return withoutInventions(m_transcript); }

private:
    static QString withoutInventions(QString text)
    {
        static const QRegularExpression ids(u"\\b(o|m|sh|a)-[0-9a-f]{8}-[0-9a-f-]{27}"_s);
        static const QRegularExpression moments(u"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"_s);
        static const QRegularExpression parcels(u"FP[0-9A-F]{10}"_s);
        static const QRegularExpression tokens(u"\"token\":\"[^\"]+\""_s);
        text.replace(ids, u"\\1-#"_s).replace(moments, u"<moment>"_s).replace(parcels, u"<parcel>"_s);
        return text.replace(tokens, u"\"token\":\"#\""_s);
    }
    // By what they say without what is made up (ids, moments), or the order would differ from run to run.
    QString sortedItems() const
    {
        QStringList items;
        for (const auto item : m_body[u"items"_s].toArray())
            items += withoutInventions(
                QString::fromUtf8(QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact)));
        items.sort();
        return items.join(u'\n');
    }
    QString ask(const QByteArray &operation, const QJsonObject &body)
    {
        const auto space = operation.indexOf(' ');
        services::platform::EndpointCall call;
        call.fleet = m_fleet;
        call.capability = {u"storefront"_s};
        call.request.method = operation.first(space);
        call.request.target = operation.mid(space + 1);
        if (!m_session.isEmpty())
            call.request.headers.set("Authorization", "Bearer " + m_session);
        if (!m_key.isEmpty())
            call.request.headers.set("Idempotency-Key", m_key);
        if (!body.isEmpty()) {
            call.request.headers.set("Content-Type", "application/json");
            call.request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        }
        const auto future = m_platform.send(call);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return u"no answer"_s;
        m_body = {};
        const auto answer = future.result();
        if (!answer)
            return answer.error().message;
        m_body = QJsonDocument::fromJson(answer->response.body).object();
        const auto degraded = answer->response.headers.find("Faultline-Degraded");
        return u"%1 %2 %3"_s.arg(answer->response.status)
            .arg(QString::fromLatin1(degraded.toByteArray()), QString::fromUtf8(answer->response.body));
    }

    services::platform::Platform &m_platform;
    model::system::PackagingId m_fleet;
    QByteArray m_session;
    QByteArray m_key;
    QJsonObject m_body;
    QString m_transcript;
};

} // namespace tests::journeys
