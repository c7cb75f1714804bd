// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"

#include <QJsonArray>

namespace services::synthetic {

using namespace Qt::StringLiterals;

namespace {

const QString separator = u"; "_s;

} // namespace

Answer::Answer(QString subject)
    : m_subject(std::move(subject))
{
}

void Answer::include(const Reply &reply)
{
    const auto items = QJsonDocument::fromJson(reply.body).object().value(u"items"_s).toArray();
    for (const auto item : items)
        m_items.insert(item[u"from"_s].toString(), item.toObject());
    for (const auto &fallback : reply.degraded.split(separator, Qt::SkipEmptyParts))
        fallBack(fallback);
}

void Answer::fallBack(const QString &fallback)
{
    if (!m_degraded.contains(fallback))
        m_degraded.append(fallback);
}

void Answer::addItem(const QString &capability, const QString &cause)
{
    m_items.insert(capability, {{u"from"_s, capability}, {u"cause"_s, cause}});
}

Reply Answer::reply(int status, const QString &session) const
{
    QJsonArray items;
    for (const auto &item : m_items)
        items.append(item);
    auto reply
        = Reply::json(QJsonObject{{u"id"_s, m_subject}, {u"token"_s, session}, {u"items"_s, items}}, status);
    reply.degraded = m_degraded.join(separator);
    return reply;
}

} // namespace services::synthetic
