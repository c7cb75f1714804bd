// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rows.h"

#include <model/system/capability.h>
#include <services/assembly/componentfactory.h>

namespace services::synthetic {

class Answer;

using contract::Reply;
using contract::Request;
using contract::RequestContext;

// One capability that does what its system's file declares and nothing else (the declared work is held by the
// dispatcher, as for any component). Each endpoint makes its declared calls one after another, but those of
// one kind at once: without a required answer it fails as the callee did, after the calls which undo; where
// an optional one is missing it says so by its declared fallback. Then it accesses its database as often as
// declared: to look up the row of its subject, or at last to change it (DELETE removes it) and to publish all
// that the capability publishes. A message writes a row, too, and is passed on to the topics which have not
// seen it yet. What a request is about travels with it: its path names it, or its Idempotency-Key does, or it
// is new. Made, used and destroyed in the thread of its instance.
class Ability final : public contract::Component
{
public:
    // `sessions`: how long a customer stays logged in.
    Ability(model::system::Capability declared,
            std::chrono::minutes sessions,
            assembly::ComponentContext context);

private:
    struct News
    {
        QString subject;
        QString cause; // the operation or topic
        QStringList topics; // which it has come through
        model::telemetry::TraceContext trace;
    };

    QCoro::Task<Result<Reply>> answer(Request request);
    QCoro::Task<Result<void>> hear(contract::Event event, RequestContext context);

    QCoro::Task<Result<void>> ask(const model::system::Call *call, const Request *request, Answer *answer);
    QCoro::Task<> undo(const model::system::Endpoint *endpoint, const Request *request, QString subject);
    QString subjectOf(const Request &request) const;
    Result<void> act(const model::system::Endpoint &endpoint, const Request &request, Answer &answer);
    Result<void> look(Answer &answer) const;
    Result<void> write(const News &news);
    Result<void> remove(const News &news);
    Result<void> publish(const News &news);

    model::system::Capability m_declared;
    std::chrono::minutes m_sessions;
    assembly::ComponentContext m_context;
    std::optional<Rows> m_rows; // nothing: it owns nothing
};

} // namespace services::synthetic
