// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interference.h"

#include <services/assembly/componentfactory.h>
#include <services/storage/commitobserver.h>

#include <deque>

namespace tests::localshop {

using services::contract::Event;
using services::contract::Reply;
using services::contract::Request;
using services::contract::Result;

class LocalShop;

// One capability as a service of its own, without thread and socket: its database, its component and whatever
// an instance lends to a component. Lives from start to crash; its file and its queue stay with the
// LocalShop.
class Cell final : public services::contract::Caller, public services::storage::CommitObserver
{
public:
    Cell(LocalShop &shop, QString capability);
    ~Cell() override;

    QCoro::Task<Result<Reply>> handle(Request request);
    QCoro::Task<Result<void>> deliver(Event event);
    std::vector<model::system::TopicId> topics() const;
    // The caller of this cell's component. Every call leaves and returns by the event loop, as it does in a
    // real instance, and ends with Cancelled when the cell crashes meanwhile.
    QCoro::Task<Result<Reply>> call(Request request) override;

    // As the runtime does it: nothing is written any more, every wait ends.
    void crash();
    bool isIdle() const { return m_running == 0 && m_scope.isIdle(); }

    services::storage::Outbox &outbox() { return *m_outbox; }
    // How often its database was accessed since the last time; and for its last message.
    int takeAccesses();
    int accessesOfLastMessage() const { return m_accessesOfLastMessage; }

    bool mayCommit() override;
    void ended(bool committed) override;

private:
    QCoro::Task<Result<void>> turn();

    LocalShop &m_shop;
    QString m_capability;
    std::shared_ptr<services::storage::Disk> m_disk; // whose slowness nobody waits for: it counts accesses
    std::unique_ptr<services::storage::Database> m_database;
    std::unique_ptr<services::storage::Outbox> m_outbox;
    std::unique_ptr<services::storage::Inbox> m_inbox;
    services::waiting::WaitScope m_scope;
    std::unique_ptr<services::contract::Component> m_component;
    int m_running = 0;
    int m_accessesOfLastMessage = 0;
    bool m_diesBeforeCommit = false;
};

} // namespace tests::localshop
