// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/assembly/componentfactory.h>

#include <tests/support/faketimers.h>
#include <tests/support/scriptedcaller.h>
#include <tests/support/temporarydatabase.h>
#include <tests/support/waitfor.h>

namespace tests::localshop {

// One capability alone: whatever it asks of others is answered from a script. One thread.
template<typename Component>
class Alone
{
public:
    explicit Alone(const QString &capability,
                   const std::vector<services::storage::Migration> &migrations = {})
        : m_capability(capability)
        , m_database(migrations)
    {
    }
    ~Alone() { m_scope.cancel(); }

    services::contract::Result<services::contract::Reply> ask(const QString &operation,
                                                              services::contract::Request request = {})
    {
        request.endpoint = {{m_capability}, operation};
        for (const auto &route : m_component.routes())
            if (route.operation == operation)
                return support::waitFor(route.handler(request));
        return services::contract::failure(services::contract::Kind::NotFound, operation);
    }
    const Component &component() const { return m_component; }
    services::storage::Database &database() { return m_database.database(); }

    support::Script script;

private:
    QString m_capability;
    support::TemporaryDatabase m_database;
    services::storage::Outbox m_outbox{m_database.database()};
    services::storage::Inbox m_inbox{m_database.database()};
    support::FakeClock m_clock;
    support::FakeTimers m_timers{m_clock};
    services::waiting::WaitScope m_scope;
    support::ScriptedCaller m_calls{script};
    Component m_component{services::assembly::ComponentContext{
        m_calls, m_database.database(), m_outbox, m_inbox, m_clock, m_scope, m_timers, "a key for tests"}};
};

} // namespace tests::localshop
