// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contradictions.h"

#include <model/json/suggestion.h>

#include <QSet>

namespace model::system {

using namespace Qt::StringLiterals;
using json::Problems;

namespace {

class TopicCheck
{
public:
    TopicCheck(const System &system, Problems &problems)
        : m_system(system)
        , m_problems(problems)
    {
        for (const Topic &topic : system.topics)
            m_declared.append(topic.id.value);
        for (const Capability &capability : system.capabilities) {
            for (const TopicId &topic : capability.publishes)
                m_published.insert(topic);
        }
    }

    void run()
    {
        for (std::size_t i = 0; i < m_system.capabilities.size(); ++i)
            checkCapability(m_system.capabilities[i], u"/capabilities/%1"_s.arg(i));
        for (std::size_t i = 0; i < m_system.topics.size(); ++i) {
            const TopicId &topic = m_system.topics[i].id;
            if (!topic.isEmpty() && !m_published.contains(topic) && !m_consumed.contains(topic))
                m_problems.add(
                    u"/topics/%1/id"_s.arg(i),
                    u"Nobody publishes or consumes \"%1\". Remove it, or add it to a capability."_s.arg(
                        topic.value));
        }
    }

private:
    void checkCapability(const Capability &capability, const QString &where)
    {
        for (std::size_t i = 0; i < capability.publishes.size(); ++i)
            checkDeclared(capability.publishes[i], u"%1/publishes/%2"_s.arg(where).arg(i));
        QSet<TopicId> own;
        for (std::size_t i = 0; i < capability.consumes.size(); ++i) {
            const TopicId &topic = capability.consumes[i].topic;
            const QString pointer = u"%1/consumes/%2/topic"_s.arg(where).arg(i);
            if (checkDeclared(topic, pointer) && !m_published.contains(topic))
                m_problems.add(pointer,
                               u"Nobody publishes \"%1\", so nothing would ever arrive. Add it to the "
                               "\"publishes\" of a capability."_s.arg(topic.value));
            if (!topic.isEmpty() && own.contains(topic))
                m_problems.add(
                    pointer,
                    u"This capability already consumes \"%1\". Remove one of them."_s.arg(topic.value));
            own.insert(topic);
        }
        m_consumed.unite(own);
    }

    bool checkDeclared(const TopicId &topic, const QString &pointer)
    {
        if (topic.isEmpty())
            return false;
        if (m_declared.contains(topic.value))
            return true;
        m_problems.add(pointer,
                       u"There is no topic \"%1\".%2 Add it to \"topics\" or name one that is there."_s.arg(
                           topic.value, json::didYouMean(topic.value, m_declared)));
        return false;
    }

    const System &m_system;
    Problems &m_problems;
    QStringList m_declared;
    QSet<TopicId> m_published;
    QSet<TopicId> m_consumed;
};

} // namespace

void findBrokenTopics(const System &system, Problems &problems)
{
    TopicCheck(system, problems).run();
}

} // namespace model::system
