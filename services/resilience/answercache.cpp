// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answercache.h"

namespace services::resilience {

using contract::Instant;
using contract::Reply;
using contract::Request;

namespace {

constexpr char end = '\0'; // of a part: none of them contains it

void append(QByteArray &question, const contract::Parameters &parameters)
{
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        question.append(it.key().toUtf8()).append(end).append(it->toUtf8()).append(end);
    question.append(end);
}

qsizetype sizeOf(const QByteArray &question, const Reply &reply)
{
    return question.size() + reply.body.size() + reply.mediaType.size() + reply.location.size();
}

} // namespace

std::optional<QByteArray> AnswerCache::questionOf(const Request &request)
{
    const auto &operation = request.endpoint.operation;
    if (!operation.startsWith(QLatin1StringView("GET ")) || !request.context.idempotencyKey.isEmpty())
        return std::nullopt;
    QByteArray question = request.endpoint.capability.value.toUtf8();
    question.append(end).append(operation.toUtf8()).append(end);
    append(question, request.path);
    append(question, request.query);
    question.append(request.context.session).append(end).append(request.body);
    return question;
}

AnswerCache::AnswerCache()
    : AnswerCache(Options{})
{
}

AnswerCache::AnswerCache(Options options)
    : m_options(options)
{
}

void AnswerCache::keep(const QByteArray &question, const Reply &reply, Instant now)
{
    if (!reply.degraded.isEmpty() || reply.status != 200)
        return;
    if (const auto known = m_index.find(question); known != m_index.end())
        drop(known->second);
    const auto size = sizeOf(question, reply);
    if (size > m_options.largestAnswer)
        return;
    m_entries.push_front({question, {reply, now}});
    m_index.emplace(question, m_entries.begin());
    m_bytes += size;
    while (m_bytes > m_options.bytes)
        drop(std::prev(m_entries.end()));
}

std::optional<AnswerCache::Answer>
AnswerCache::find(const QByteArray &question, std::chrono::nanoseconds freshFor, Instant now) const
{
    const auto known = m_index.find(question);
    if (known == m_index.end() || now - known->second->answer.at > freshFor)
        return std::nullopt;
    return known->second->answer;
}

void AnswerCache::drop(std::list<Entry>::iterator entry)
{
    m_bytes -= sizeOf(entry->question, entry->answer.reply);
    m_index.erase(entry->question);
    m_entries.erase(entry);
}

} // namespace services::resilience
