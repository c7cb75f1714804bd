// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>

#include <deque>
#include <functional>

namespace tests::support {

// What a scripted caller was asked and will answer. Owned by the test; outlives the caller.
struct Script
{
    std::deque<services::contract::Result<services::contract::Reply>> answers; // in order; the last one stays
    std::vector<services::contract::Request> asked;
    std::function<void(const services::contract::Request &)>
        meanwhile; // happens before each answer; may be empty
};

// A caller that answers from a script, at once.
class ScriptedCaller final : public services::contract::Caller
{
public:
    explicit ScriptedCaller(Script &script)
        : m_script(script)
    {
    }

    QCoro::Task<services::contract::Result<services::contract::Reply>>
    call(services::contract::Request request) override
    {
        if (m_script.meanwhile)
            m_script.meanwhile(request);
        m_script.asked.push_back(std::move(request));
        auto answer = m_script.answers.front();
        if (m_script.answers.size() > 1)
            m_script.answers.pop_front();
        co_return answer;
    }

private:
    Script &m_script;
};

} // namespace tests::support
