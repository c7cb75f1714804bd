// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fleetplan.h"
#include "routeboard.h"

#include <model/result/result.h>
#include <services/transport/httpclient.h>
#include <services/waiting/pending.h>

#include <QObject>

#include <map>

namespace services::runtime {

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

// Knows which instances there are, asks each again and again over real HTTP whether it is well, and publishes
// the routing table at each change. Control thread. A missed check is no failure yet; some in a row make the
// instance unresponsive, and one that is answered makes it healthy again. Where no instance of a capability
// is healthy, its unresponsive ones stay in the table: they may only be slow, and a health check must not
// turn slow into gone (Envoy calls this panic routing).
class Registry : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        std::chrono::milliseconds interval{
            500}; // of one that is well; one in doubt is asked four times as often
        std::chrono::milliseconds timeout{500};
        int missesUntilUnresponsive = 2;
        int missesUntilHopeless = 10; // of an instance that has never answered
    };
    Registry(Options options,
             transport::HttpClient &client,
             waiting::WaitScope &scope,
             waiting::Timers &timers);
    ~Registry() override;

    // Starts with a check at once; in no table until it is answered.
    void add(std::shared_ptr<Target> target, std::vector<model::system::CapabilityId> capabilities);
    // Gets nothing new from now on, though what is on its way still arrives; answers its target.
    std::shared_ptr<Target> remove(const model::system::InstanceId &instance);

    std::shared_ptr<const RouteBoard> board() const { return m_board; }

Q_SIGNALS:
    void answered(const model::system::InstanceId &instance); // is healthy, and was not before
    void missed(const model::system::InstanceId &instance,
                const model::result::Error &why); // and was healthy, or never became so

private:
    struct Entry;
    QCoro::Task<> watch(std::shared_ptr<Entry> entry);
    QCoro::Task<Result<void>> check(std::shared_ptr<const Target> target);
    void note(Entry &entry, const Result<void> &outcome);
    void publish();

    Options m_options;
    transport::HttpClient &m_client;
    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    std::shared_ptr<RouteBoard> m_board = std::make_shared<RouteBoard>();
    std::map<model::system::InstanceId, std::shared_ptr<Entry>> m_entries;
};

} // namespace services::runtime
