// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ability.h"

#include "answer.h"
#include "message.h"
#include "session.h"

#include <model/system/operation.h>

#include <algorithm>

namespace services::synthetic {

using namespace Qt::StringLiterals;
using contract::Event;
using contract::failure;
using contract::Kind;
using model::system::Call;
using model::system::Endpoint;
using model::system::Necessity;

namespace {

constexpr QStringView subjectName = u"subject"; // of the query that carries it from hop to hop
constexpr QStringView nobody = u"any"; // what a question is about that names nothing

QString methodOf(const Request &request)
{
    return request.endpoint.operation.section(u' ', 0, 0);
}

Request questionOf(const Call &call, const QString &subject, const Request &cause)
{
    Request question;
    question.endpoint = call.to;
    question.context = cause.context;
    question.query.insert(subjectName.toString(), subject);
    const auto operation = model::system::parseOperation(call.to.operation);
    for (const auto &parameter : operation ? operation->parameters() : QStringList())
        question.path.insert(parameter, subject);
    return question;
}

} // namespace

Ability::Ability(model::system::Capability declared,
                 std::chrono::minutes sessions,
                 assembly::ComponentContext context)
    : m_declared(std::move(declared))
    , m_sessions(sessions)
    , m_context(std::move(context))
{
    if (!m_declared.owns.empty())
        m_rows.emplace(m_context.database, m_declared.id);
    for (const auto &endpoint : m_declared.endpoints)
        serve(endpoint.id.operation, this, &Ability::answer);
    for (const auto &consumption : m_declared.consumes)
        consume(consumption.topic.value, this, &Ability::hear);
}

QCoro::Task<Result<Reply>> Ability::answer(Request request)
{
    const auto endpoint = std::ranges::find(m_declared.endpoints, request.endpoint, &Endpoint::id);
    if (endpoint == m_declared.endpoints.end())
        co_return failure(Kind::NotFound, request.endpoint.operation);
    const auto now = m_context.clock.wallTime();
    if (endpoint->checksSession && !isValidAt(request.context.session, now))
        co_return failure(Kind::Unauthenticated, u"The session has expired. Begin anew."_s);
    const QString subject = subjectOf(request);
    Answer answer(subject);
    for (const Call &call : endpoint->calls) {
        const auto asked = co_await ask(&call, &request, &answer);
        if (asked)
            continue;
        co_await undo(&*endpoint, &request, subject);
        co_return failure(asked.error());
    }
    const auto acted = act(*endpoint, request, answer);
    if (!acted)
        co_return failure(acted.error());
    auto reply = answer.reply(methodOf(request) == u"POST" ? 201 : 200, sessionUntil(now + m_sessions));
    reply.body = reply.body.leftJustified(endpoint->answerBytes, ' ');
    co_return reply;
}

// All questions are asked before the first answer is awaited.
QCoro::Task<Result<void>> Ability::ask(const Call *call, const Request *request, Answer *answer)
{
    std::vector<QCoro::Task<Result<Reply>>> questions;
    for (int i = 0; i < call->count && !call->undoes; ++i)
        questions.push_back(m_context.calls.call(questionOf(*call, answer->subject(), *request)));
    Result<void> outcome;
    for (auto &question : questions) {
        const auto reply = co_await question;
        const bool isNeeded = call->necessity == Necessity::Required;
        if (reply)
            answer->include(*reply);
        else if (isNeeded || reply.error().kind == Kind::Cancelled)
            outcome = failure(reply.error());
        else
            answer->fallBack(call->fallback);
    }
    co_return outcome;
}

// As well as it goes: what cannot be undone has been done in vain.
QCoro::Task<> Ability::undo(const Endpoint *endpoint, const Request *request, QString subject)
{
    for (const Call &call : endpoint->calls) {
        if (!call.undoes)
            continue;
        Request question = questionOf(call, subject, *request);
        const auto undone = co_await m_context.calls.call(std::move(question));
        if (!undone && undone.error().kind == Kind::Cancelled)
            co_return;
    }
}

QString Ability::subjectOf(const Request &request) const
{
    if (const auto carried = request.query.value(subjectName.toString()); !carried.isEmpty())
        return carried;
    if (!request.path.isEmpty())
        return request.path.first();
    if (methodOf(request) == u"GET")
        return nobody.toString();
    return request.context.idempotencyKey.isEmpty() ? newId()
                                                    : QString::fromUtf8(request.context.idempotencyKey);
}

// The last access is what counts: it looks, or changes all in one transaction.
Result<void> Ability::act(const Endpoint &endpoint, const Request &request, Answer &answer)
{
    for (int access = 1; access < endpoint.storeAccesses; ++access) {
        if (const auto looked = look(answer); !looked)
            return looked;
    }
    if (!endpoint.changesData)
        return look(answer);
    if (!m_rows && m_declared.publishes.empty())
        return {};
    const News news{answer.subject(), request.endpoint.operation, {}, request.context.trace};
    return m_context.database.transaction(
        [&] { return methodOf(request) == u"DELETE" ? remove(news) : write(news); });
}

Result<void> Ability::look(Answer &answer) const
{
    if (!m_rows)
        return {};
    const auto row = m_rows->find(answer.subject());
    if (!row)
        return failure(row.error());
    if (*row)
        answer.addItem(m_declared.id.value, (*row)->cause);
    return {};
}

Result<void> Ability::write(const News &news)
{
    const auto written = m_rows ? m_rows->put({news.subject, news.cause}) : Result<void>();
    return written ? publish(news) : written;
}

Result<void> Ability::remove(const News &news)
{
    const auto removed = m_rows ? m_rows->remove(news.subject) : Result<void>();
    return removed ? publish(news) : removed;
}

Result<void> Ability::publish(const News &news)
{
    for (const auto &topic : m_declared.publishes) {
        if (news.topics.contains(topic.value))
            continue; // or messages would go round for ever
        auto event = makeEvent(topic, {news.subject, news.topics + QStringList{topic.value}});
        event.trace = news.trace;
        event.occurredAt = m_context.clock.wallTime();
        if (const auto appended = m_context.outbox.append(event); !appended)
            return appended;
    }
    return {};
}

QCoro::Task<Result<void>> Ability::hear(Event event, RequestContext)
{
    const auto message = readMessage(event.payload);
    if (!message)
        co_return failure(message.error()); // in vain, until it is set aside
    const News news{message->subject, event.topic.value, message->topics, event.trace};
    co_return m_context.database.transaction([&]() -> Result<void> {
        const auto isNew = m_context.inbox.remember(event.id, m_declared.id.value);
        if (!isNew)
            return failure(isNew.error());
        return *isNew ? write(news) : Result<void>();
    });
}

} // namespace services::synthetic
