// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform.h"

#include "control.h"
#include "logmemory.h"
#include "tracememory.h"

#include <services/waiting/post.h>

#include <QPromise>

#include <algorithm>

namespace services::platform {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
QCoro::Task<> settle(QCoro::Task<Result<T>> task, std::shared_ptr<QPromise<Result<T>>> promise)
{
    auto result = co_await task;
    promise->addResult(std::move(result));
    promise->finish();
}

} // namespace

struct Platform::Archive
{
    model::system::System system;
    std::vector<model::packaging::Packaging> packagings;
    QString folder;
    std::shared_ptr<TraceMemory> traces = std::make_shared<TraceMemory>();
    std::shared_ptr<LogMemory> logs = std::make_shared<LogMemory>();

    Result<model::packaging::Packaging> packaging(const model::system::PackagingId &fleet) const
    {
        const auto found = std::ranges::find(packagings, fleet, &model::packaging::Packaging::id);
        if (found == packagings.end())
            return model::result::failure(model::result::Kind::NotFound,
                                          u"No fleet is called %1"_s.arg(fleet.value), fleet.value);
        return *found;
    }
};

// Where the control is at home: an object that exists before its thread runs, so that work can be sent to it.
class Platform::Room : public QObject
{
public:
    std::unique_ptr<Control> control;
};

Platform::Platform(PlatformOptions options,
                   std::shared_ptr<const assembly::ComponentFactory> factory,
                   QObject *parent)
    : QObject(parent)
    , m_archive(std::make_shared<Archive>(Archive{options.system, options.packagings, options.dataFolder}))
    , m_room(new Room)
{
    m_readings.setMaxThreadCount(1);
    m_thread.setObjectName(u"control"_s);
    m_room->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_room, &QObject::deleteLater);
    waiting::post(m_room,
                  [this, room = m_room, options = std::move(options), factory = std::move(factory),
                   memories = Control::Memories{m_archive->traces, m_archive->logs}] {
                      room->control = std::make_unique<Control>(options, factory, memories, m_readings);
                      const auto *control = room->control.get();
                      waiting::relay(control, &Control::snapshotTaken, this, &Platform::snapshotTaken);
                      waiting::relay(control, &Control::actionBegun, this, &Platform::actionBegun);
                  });
    m_thread.start();
}

Platform::~Platform()
{
    m_thread.quit();
    m_thread.wait();
}

template<typename T, typename Work>
QFuture<Result<T>> Platform::command(Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto future = promise->future();
    waiting::post(m_room, [room = m_room, promise = std::move(promise), work = std::move(work)] {
        auto task = work(*room->control);
        room->control->scope().spawn(settle<T>(std::move(task), promise));
    });
    return future;
}

template<typename T, typename Work>
QFuture<Result<T>> Platform::reading(Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    waiting::post(m_readings, [promise, archive = m_archive, work = std::move(work)] {
        promise->addResult(work(*archive));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<void>> Platform::start()
{
    return command<void>([](Control &control) { return control.start(); });
}

QFuture<Result<void>> Platform::stop()
{
    return command<void>([](Control &control) { return control.stop(); });
}

QFuture<Result<void>> Platform::crash(const Place &place)
{
    return command<void>([place](Control &control) { return control.crash(place); });
}

QFuture<Result<void>> Platform::restart(const Place &place)
{
    return command<void>([place](Control &control) { return control.restart(place); });
}

QFuture<Result<void>> Platform::scale(const Place &unit, int instances)
{
    return command<void>([unit, instances](Control &control) { return control.scale(unit, instances); });
}

QFuture<Result<void>> Platform::setAutoscaling(const Place &unit,
                                               std::optional<model::operation::Autoscaling> settings)
{
    return command<void>(
        [unit, settings](Control &control) { return control.setAutoscaling(unit, settings); });
}

QFuture<Result<void>> Platform::inject(const model::operation::Fault &fault)
{
    return command<void>([fault](Control &control) { return control.inject(fault); });
}

QFuture<Result<void>> Platform::lift(const model::operation::Fault &fault)
{
    return command<void>([fault](Control &control) { return control.lift(fault); });
}

QFuture<Result<void>> Platform::liftAll(const model::system::PackagingId &fleet)
{
    return command<void>([fleet](Control &control) { return control.liftAll(fleet); });
}

QFuture<Result<void>> Platform::setShoppersPerSecond(double rate)
{
    return command<void>([rate](Control &control) { return control.setShoppersPerSecond(rate); });
}

QFuture<Result<void>> Platform::setPolicies(const model::system::PackagingId &fleet,
                                            const model::operation::PolicyChange &change)
{
    return command<void>([fleet, change](Control &control) { return control.setPolicies(fleet, change); });
}

QFuture<Result<void>> Platform::setSafeguard(const model::system::PackagingId &fleet,
                                             model::operation::Safeguard safeguard,
                                             bool on)
{
    return command<void>(
        [fleet, safeguard, on](Control &control) { return control.setSafeguard(fleet, safeguard, on); });
}

QFuture<Result<EndpointAnswer>> Platform::send(const EndpointCall &call)
{
    return command<EndpointAnswer>([call](Control &control) { return control.send(call); });
}

QFuture<Result<experiment::RunResult>> Platform::play(const model::operation::Scenario &scenario)
{
    return command<experiment::RunResult>([scenario](Control &control) { return control.play(scenario); });
}

QFuture<Result<std::optional<experiment::Audit>>> Platform::audit(const model::system::PackagingId &fleet)
{
    return command<std::optional<experiment::Audit>>(
        [fleet](Control &control) { return control.audit(fleet); });
}

QFuture<Result<BooksReading>> Platform::readBooks()
{
    using Fleets = std::vector<AuditedFleet>;
    return command<Fleets>([](Control &control) { return control.auditedFleets(); })
        .then(&m_readings, [archive = m_archive](const Result<Fleets> &fleets) -> Result<BooksReading> {
            if (!fleets)
                return model::result::failure(fleets.error());
            return readBooksNow(archive->system, *fleets, archive->folder);
        });
}

QFuture<Result<OrderBook>> Platform::orders(const model::system::PackagingId &fleet)
{
    return reading<OrderBook>([fleet](const Archive &archive) -> Result<OrderBook> {
        const auto packaging = archive.packaging(fleet);
        if (!packaging)
            return model::result::failure(packaging.error());
        return readOrders(archive.system, *packaging, archive.folder);
    });
}

QFuture<Result<TracedLife>> Platform::life(const model::system::PackagingId &fleet, const QString &order)
{
    return reading<TracedLife>([fleet, order](const Archive &archive) -> Result<TracedLife> {
        const auto packaging = archive.packaging(fleet);
        if (!packaging)
            return model::result::failure(packaging.error());
        auto life = readLife(archive.system, *packaging, archive.folder, order);
        if (!life)
            return model::result::failure(life.error());
        auto spans = archive.traces->spansOf(fleet, life->trace.trace);
        return TracedLife{*std::move(life), std::move(spans),
                          std::chrono::system_clock::now().time_since_epoch()
                              - std::chrono::steady_clock::now().time_since_epoch()};
    });
}

QFuture<Result<DataReading>> Platform::data(const Place &unit,
                                            const std::vector<model::system::CapabilityId> &capabilities)
{
    return reading<DataReading>([unit, capabilities](const Archive &archive) -> Result<DataReading> {
        const auto packaging = archive.packaging(unit.fleet);
        if (!packaging)
            return model::result::failure(packaging.error());
        return readData(*packaging, unit.unit, capabilities, archive.folder);
    });
}

QFuture<Result<Glances>> Platform::traces()
{
    return reading<Glances>(
        [](const Archive &archive) -> Result<Glances> { return archive.traces->glances(); });
}

QFuture<Result<std::vector<model::telemetry::Span>>> Platform::trace(const model::system::PackagingId &fleet,
                                                                     const model::telemetry::TraceId &id)
{
    using Spans = std::vector<model::telemetry::Span>;
    return reading<Spans>(
        [fleet, id](const Archive &archive) -> Result<Spans> { return archive.traces->spansOf(fleet, id); });
}

QFuture<Result<LogReading>> Platform::logs(const LogQuery &query)
{
    return reading<LogReading>([query](const Archive &archive) -> Result<LogReading> {
        const auto packaging = archive.packaging(query.fleet);
        if (!packaging)
            return model::result::failure(packaging.error());
        return archive.logs->read(query);
    });
}

QFuture<Result<std::vector<broker::PeekedMessage>>> Platform::peek(const model::system::PackagingId &fleet,
                                                                   const broker::Peek &what)
{
    return command<std::vector<broker::PeekedMessage>>(
        [fleet, what](Control &control) { return control.peek(fleet, what); });
}

QFuture<Result<void>> Platform::replay(const model::system::PackagingId &fleet,
                                       const model::system::CapabilityId &group,
                                       const std::vector<std::int64_t> &letters)
{
    return command<void>(
        [fleet, group, letters](Control &control) { return control.replay(fleet, group, letters); });
}

QFuture<Result<void>> Platform::redeliver(const model::system::PackagingId &fleet,
                                          const model::system::CapabilityId &group,
                                          std::int64_t message)
{
    return command<void>(
        [fleet, group, message](Control &control) { return control.redeliver(fleet, group, message); });
}

QFuture<Result<model::analysis::MachineCosts>> Platform::measureCosts()
{
    return command<model::analysis::MachineCosts>([](Control &control) { return control.measureCosts(); });
}

QFuture<Result<Snapshot>> Platform::snapshot()
{
    return command<Snapshot>([](Control &control) { return control.latest(); });
}

} // namespace services::platform
