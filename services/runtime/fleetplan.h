// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policybook.h>
#include <model/operation/safeguard.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/broker/brokerurl.h>

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>

namespace services::runtime {

// How a fleet runs, as data. The defaults are the product's; tests and experiments change some.
struct FleetOptions
{
    std::uint64_t seed = 1; // of service times, tie-breaks and trace ids
    QByteArray sessionKey; // empty: a random one is made at the start
    QByteArray fleetKey; // known to the fleet's own callers only; empty: a random one is made at the start
    quint16 entryPort = 0; // of the first instance of the entry's unit; 0: any free one

    double serviceTimeScale = 1.0; // 0: requests do no declared work
    double bootTimeScale = 1.0; // 0: restarts and new instances do not hold the declared boot time
    double sampledShare = 0.01; // of the traces that start here

    broker::BrokerUrl broker; // what its messages go through
    bool isForOneRun = false; // what it has on a RabbitMQ is removed when it stops

    model::operation::PolicyBook policies = model::operation::usualPolicies(); // at the start
    model::operation::Safeguards safeguards; // at the start

    std::chrono::milliseconds healthInterval{500}; // of an instance that is well
    std::chrono::milliseconds healthTimeout{500}; // of one check
    int missesUntilUnresponsive = 2;
    std::chrono::milliseconds refusalMemory{1000}; // a refused address is avoided for so long, or until news
    std::chrono::milliseconds drainLimit{10000}; // what is still in flight after it is cut off
    std::chrono::milliseconds stopLimit{1000}; // a thread that has not ended by then is left behind
};

// What a fleet is made of: one system under one packaging, and where its files are. A value.
struct FleetPlan
{
    model::system::System system;
    model::packaging::Packaging packaging;
    // The fleet keeps <dataFolder>/<packaging id>/<unit id>.db, and broker.db, or the name that it has on the
    // server of another broker: broker.name.
    QString dataFolder;
    // Prepared stores, which fresh ones are copies of; empty: <dataFolder>/templates. May be kept between
    // runs of one build of the program, not longer: what the code seeds may change.
    QString templatesFolder;
    FleetOptions options;
};

} // namespace services::runtime
