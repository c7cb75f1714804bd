// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contradictions.h"
#include "operation.h"

#include <QHash>

#include <algorithm>

namespace model::system {

using namespace Qt::StringLiterals;
using json::Problems;

namespace {

// A depth-first walk along required calls, with its own stack: a long chain of calls is not an error. A call
// back to an endpoint on the present path closes a cycle.
class CycleSearch
{
public:
    CycleSearch(const System &system, Problems &problems)
        : m_problems(problems)
    {
        for (std::size_t i = 0; i < system.capabilities.size(); ++i) {
            const auto &endpoints = system.capabilities[i].endpoints;
            for (std::size_t j = 0; j < endpoints.size(); ++j)
                m_nodes.insert(endpoints[j].id,
                               {&endpoints[j], u"/capabilities/%1/endpoints/%2"_s.arg(i).arg(j), State::New});
        }
    }

    void startAt(const EndpointId &id)
    {
        if (m_nodes[id].state != State::New)
            return;
        enter(id);
        while (!m_path.empty()) {
            Visit &visit = m_path.back();
            const auto &calls = m_nodes[visit.id].endpoint->calls;
            if (visit.nextCall == calls.size()) {
                leave();
                continue;
            }
            const std::size_t index = visit.nextCall++; // first: following grows the path
            follow(calls[index], index);
        }
    }

private:
    enum class State
    {
        New,
        OnPath,
        Done
    };
    struct Node
    {
        const Endpoint *endpoint = nullptr;
        QString pointer;
        State state = State::New;
    };
    struct Visit
    {
        EndpointId id;
        std::size_t nextCall = 0;
    };

    void enter(const EndpointId &id)
    {
        m_nodes[id].state = State::OnPath;
        m_path.push_back({id});
    }

    void leave()
    {
        m_nodes[m_path.back().id].state = State::Done;
        m_path.pop_back();
    }

    void follow(const Call &call, std::size_t index)
    {
        const auto to = m_nodes.constFind(call.to);
        if (call.necessity != Necessity::Required || to == m_nodes.constEnd())
            return;
        if (to->state == State::New)
            enter(EndpointId(call.to));
        else if (to->state == State::OnPath)
            report(call.to, u"%1/calls/%2"_s.arg(m_nodes[m_path.back().id].pointer).arg(index));
    }

    void report(const EndpointId &start, const QString &pointer)
    {
        QStringList chain;
        for (auto each = std::ranges::find(m_path, start, &Visit::id); each != m_path.end(); ++each)
            chain.append(u'"' + written(each->id) + u'"');
        if (chain.size() > 6)
            chain = chain.first(3) + QStringList{u"..."_s} + chain.last(2);
        chain.append(u'"' + written(start) + u'"');
        m_problems.add(pointer,
                       u"This call closes a circle in which everyone needs an answer first: %1. "
                       "Remove one of the calls, or make it optional."_s.arg(chain.join(u" -> "_s)));
    }

    Problems &m_problems;
    QHash<EndpointId, Node> m_nodes;
    std::vector<Visit> m_path;
};

} // namespace

void findCallCycles(const System &system, Problems &problems)
{
    CycleSearch search(system, problems);
    for (const Capability &capability : system.capabilities) {
        for (const Endpoint &endpoint : capability.endpoints)
            search.startAt(endpoint.id);
    }
}

} // namespace model::system
