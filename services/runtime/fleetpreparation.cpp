// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetpreparation.h"

#include <services/broker/makebroker.h>
#include <services/broker/publishing.h>

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

namespace {

QByteArray randomKey()
{
    QByteArray key(32, '\0');
    for (char &byte : key)
        byte = static_cast<char>(QRandomGenerator::system()->generate());
    return key;
}

// Each consuming capability has a queue from the start, so that messages wait for who is not there yet.
std::vector<broker::TopicBinding> topologyOf(const model::system::System &system)
{
    std::vector<broker::TopicBinding> topology;
    for (const auto &topic : system.topics)
        topology.push_back({topic.id, system.consumersOf(topic.id)});
    return topology;
}

// What the fleet is called on a server that it shares with others: as long as its folder stays, so does the
// name, and with it what waits there.
Result<QString> nameOnServers(const QString &folder, const QString &packaging)
{
    const QString path = QDir(folder).filePath(u"broker.name"_s);
    QFile known(path);
    if (known.open(QFile::ReadOnly)) {
        const auto name = QString::fromUtf8(known.readAll()).trimmed();
        if (!name.isEmpty())
            return name;
    }
    const auto name = u"faultline/%1/%2"_s.arg(QString::fromLatin1(randomKey().first(6).toHex()), packaging);
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(name.toUtf8()) < 0 || !file.commit())
        return failure(Kind::ReadOnly, u"The file %1 cannot be written"_s.arg(path), path);
    return name;
}

Result<broker::BrokerOrder> orderOf(const FleetPlan &plan, const QString &folder)
{
    broker::BrokerOrder order;
    order.url = plan.options.broker;
    order.isForOneRun = plan.options.isForOneRun;
    if (order.url.kind == broker::EngineKind::Embedded) {
        order.file = QDir(folder).filePath(u"broker.db"_s);
        return order;
    }
    auto name = nameOnServers(folder, plan.packaging.id.value);
    if (!name)
        return failure(name.error());
    order.name = std::move(*name);
    return order;
}

QCoro::Task<Result<std::shared_ptr<broker::Broker>>>
openBroker(waiting::WaitScope &scope, broker::BrokerOrder order, std::vector<broker::TopicBinding> topology)
{
    auto opened = co_await broker::makeBroker(scope, std::move(order));
    if (!opened)
        co_return failure(opened.error());
    std::shared_ptr<broker::Broker> made = std::move(*opened);
    const auto declared = co_await broker::declareOn(*made, scope, std::move(topology));
    if (!declared)
        co_return failure(declared.error());
    co_return made;
}

} // namespace

FleetPlan withKeys(FleetPlan plan)
{
    if (plan.options.sessionKey.isEmpty())
        plan.options.sessionKey = randomKey();
    if (plan.options.fleetKey.isEmpty())
        plan.options.fleetKey = randomKey().first(16).toHex();
    return plan;
}

QCoro::Task<Result<std::shared_ptr<const FleetMeans>>> prepareFleet(FleetPlan plan,
                                                                    const assembly::ComponentFactory &factory,
                                                                    FleetBoards boards,
                                                                    waiting::WaitScope &scope)
{
    const QDir data(plan.dataFolder);
    const QString folder = data.filePath(plan.packaging.id.value);
    if (!QDir().mkpath(folder))
        co_return failure(Kind::ReadOnly,
                          u"The folder %1 cannot be made: choose one where you may write"_s.arg(folder),
                          folder);
    if (plan.templatesFolder.isEmpty())
        plan.templatesFolder = data.filePath(u"templates"_s);

    auto means = std::make_shared<FleetMeans>();
    auto order = orderOf(plan, folder);
    if (!order)
        co_return failure(order.error());
    auto opened = co_await openBroker(scope, std::move(*order), topologyOf(plan.system));
    if (!opened)
        co_return failure(opened.error());
    means->broker = std::move(*opened);
    means->templates = std::make_shared<storage::StoreTemplates>(plan.templatesFolder);
    means->boards = std::move(boards);
    for (const auto &unit : plan.packaging.units)
        means->stores.emplace(unit.id, std::make_shared<storage::StoreTrouble>(storeFileOf(plan, unit.id)));
    means->factory = &factory;
    means->plan = std::move(plan);
    co_return std::shared_ptr<const FleetMeans>(means);
}

} // namespace services::runtime
