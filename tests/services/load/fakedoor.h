// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/load/door.h>
#include <services/waiting/pending.h>

#include <functional>
#include <vector>

namespace tests::load {

using services::contract::Request;
using services::load::Answer;

// A door behind which a test decides: each request is answered by a function, after a time on the test's
// clock. Cancelled when the scope ends first. Owned by the test.
class FakeDoor final : public services::load::Door
{
public:
    FakeDoor(services::waiting::WaitScope &scope, services::waiting::Timers &timers)
        : m_scope(scope)
        , m_timers(timers)
    {
    }

    QCoro::Task<Answer> ask(Request request, QByteArray causes) override
    {
        asked.push_back(request);
        causesToAsk.append(causes);
        const auto slept = co_await services::waiting::sleepFor(m_scope, m_timers, takes);
        if (!slept) {
            Answer gone;
            gone.problem = slept.error();
            co_return gone;
        }
        co_return answer(request);
    }

    static Answer ok(QByteArray body = "{}", int status = 200)
    {
        Answer answer;
        answer.reached = true;
        answer.status = status;
        answer.body = std::move(body);
        return answer;
    }
    static Answer problem(model::result::Kind kind, int status)
    {
        auto answer = ok({}, status);
        answer.problem = model::result::Error{kind, QStringLiteral("no luck"), {}};
        return answer;
    }
    static Answer nobodyThere()
    {
        Answer answer;
        answer.problem = model::result::Error{model::result::Kind::Refused, QStringLiteral("refused"), {}};
        return answer;
    }

    std::function<Answer(const Request &)> answer = [](const Request &) { return ok(); };
    std::chrono::nanoseconds takes{std::chrono::milliseconds(1)};
    QByteArrayList causesToAsk; // of each of them
    std::vector<Request> asked;

private:
    services::waiting::WaitScope &m_scope;
    services::waiting::Timers &m_timers;
};

} // namespace tests::load
