// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "booksreading.h"
#include "datareading.h"
#include "endpointcall.h"
#include "logmemory.h"
#include "place.h"
#include "platformoptions.h"
#include "snapshot.h"
#include "tracememory.h"

#include <model/analysis/capacity.h>
#include <model/operation/scenario.h>
#include <model/result/result.h>
#include <services/assembly/componentfactory.h>
#include <services/broker/peeking.h>
#include <services/experiment/runresult.h>

#include <QFuture>
#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <memory>

namespace services::platform {

using model::result::Result;

// The one door to everything that runs, for the desktop and the lab: starts the fleets with their shoppers on
// a control thread of its own, obeys commands and tells what is to be seen. Lives in the thread of whoever
// made it, which nothing here blocks, but for the destructor (until all has stopped, about a second).
// Commands are obeyed in their order; each future holds the command's result, or is cancelled when the
// platform ends first.
class Platform : public QObject
{
    Q_OBJECT
public:
    Platform(PlatformOptions options,
             std::shared_ptr<const assembly::ComponentFactory> factory,
             QObject *parent = nullptr);
    ~Platform() override;

    // Finished when each instance of each fleet is healthy; the first failure is the answer, and the rest
    // runs.
    QFuture<Result<void>> start();
    // Sends the shoppers home and ends all instances in good order. What was committed stays.
    QFuture<Result<void>> stop();

    QFuture<Result<void>> crash(const Place &place);
    QFuture<Result<void>> restart(const Place &place); // boots what does not run, for the declared time
    QFuture<Result<void>> scale(const Place &unit, int instances);
    // The unit follows its load by itself from now on, and says so as events; nothing: not any more.
    QFuture<Result<void>> setAutoscaling(const Place &unit,
                                         std::optional<model::operation::Autoscaling> settings);
    // To the fleet that the fault's target names, or to each; to all of these or to none. In force until it
    // is lifted. NotFound when it fits no such fleet, or is not in force; the message names what is.
    QFuture<Result<void>> inject(const model::operation::Fault &fault);
    QFuture<Result<void>> lift(const model::operation::Fault &fault);
    // Everything that is in force, in one fleet or (empty) in each.
    QFuture<Result<void>> liftAll(const model::system::PackagingId &fleet);
    QFuture<Result<void>> setShoppersPerSecond(double rate); // on each fleet
    // In force from the next call on, in one fleet or (empty) in each.
    QFuture<Result<void>> setPolicies(const model::system::PackagingId &fleet,
                                      const model::operation::PolicyChange &change);
    // Switches one of the patterns that keep data right off, or on again, in one fleet or (empty) in each.
    QFuture<Result<void>>
    setSafeguard(const model::system::PackagingId &fleet, model::operation::Safeguard safeguard, bool on);
    QFuture<Result<EndpointAnswer>> send(const EndpointCall &call);
    // On the fleets that run and whose ids the scenario mentions. `actionBegun` tells how far it is. One at a
    // time: Conflict while another one is played.
    QFuture<Result<experiment::RunResult>> play(const model::operation::Scenario &scenario);
    // What the shop's books say, in one fleet or (empty) in each, once they balance; after a while without
    // that, what is wrong. Nothing: the system keeps no books that we can read.
    QFuture<Result<std::optional<experiment::Audit>>> audit(const model::system::PackagingId &fleet);
    // What the books of all fleets say now; nobody waits for them to balance. Read in a thread apart, one
    // reading at a time; so are the orders of a fleet and the life of one of them.
    QFuture<Result<BooksReading>> readBooks();
    QFuture<Result<OrderBook>> orders(const model::system::PackagingId &fleet);
    QFuture<Result<TracedLife>> life(const model::system::PackagingId &fleet, const QString &order);
    // What capabilities of a unit keep; read in the same thread.
    QFuture<Result<DataReading>> data(const Place &unit,
                                      const std::vector<model::system::CapabilityId> &capabilities);
    // What was traced lately, in all fleets, and one of these traces, its spans in the order of time; none:
    // it is forgotten. See TraceMemory. Read in the same thread.
    QFuture<Result<Glances>> traces();
    QFuture<Result<std::vector<model::telemetry::Span>>> trace(const model::system::PackagingId &fleet,
                                                               const model::telemetry::TraceId &id);
    // What instances have noted in their logs lately. See LogMemory. Read in the same thread.
    QFuture<Result<LogReading>> logs(const LogQuery &query);
    // What lies in the queues of a fleet's broker, and putting it back (broker/broker.h).
    QFuture<Result<std::vector<broker::PeekedMessage>>> peek(const model::system::PackagingId &fleet,
                                                             const broker::Peek &what);
    QFuture<Result<void>> replay(const model::system::PackagingId &fleet,
                                 const model::system::CapabilityId &group,
                                 const std::vector<std::int64_t> &letters);
    QFuture<Result<void>> redeliver(const model::system::PackagingId &fleet,
                                    const model::system::CapabilityId &group,
                                    std::int64_t message);
    // What hops cost on this machine, measured anew: for predictions. Takes a quarter of a second.
    QFuture<Result<model::analysis::MachineCosts>> measureCosts();
    // As of the last telemetry, at most a tenth of a second old.
    QFuture<Result<Snapshot>> snapshot();

Q_SIGNALS:
    void snapshotTaken(const services::platform::Snapshot &snapshot);
    void actionBegun(const QString &words);

private:
    class Control;
    class Room;
    struct Archive; // where the books are
    // Has `work` done in the control thread: a function from Control & to the task which does it.
    template<typename T, typename Work>
    QFuture<Result<T>> command(Work work);
    // Has `work` done in the thread of readings: a function from Archive & to a Result<T>.
    template<typename T, typename Work>
    QFuture<Result<T>> reading(Work work);

    std::shared_ptr<const Archive> m_archive;
    QThreadPool m_readings; // one at a time
    QThread m_thread;
    Room *m_room; // lives and dies in the thread
};

} // namespace services::platform
