// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform.h"

#include "control.h"

#include <services/waiting/post.h>

#include <QPromise>

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
    , m_room(new Room)
{
    m_thread.setObjectName(u"control"_s);
    m_room->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_room, &QObject::deleteLater);
    waiting::post(m_room, [this, room = m_room, options = std::move(options), factory = std::move(factory)] {
        room->control = std::make_unique<Control>(options, factory);
        connect(room->control.get(), &Control::snapshotTaken, this, &Platform::snapshotTaken);
        connect(room->control.get(), &Control::actionBegun, this, &Platform::actionBegun);
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

QFuture<Result<model::analysis::MachineCosts>> Platform::measureCosts()
{
    return command<model::analysis::MachineCosts>([](Control &control) { return control.measureCosts(); });
}

QFuture<Result<Snapshot>> Platform::snapshot()
{
    return command<Snapshot>([](Control &control) { return control.latest(); });
}

} // namespace services::platform
