// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetpreparation.h"

#include <services/broker/embedded/embeddedbroker.h>
#include <services/broker/publishing.h>

#include <QDir>
#include <QRandomGenerator>

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

QCoro::Task<Result<std::shared_ptr<broker::Broker>>>
openBroker(waiting::WaitScope &scope, QString folder, std::vector<broker::TopicBinding> topology)
{
    broker::embedded::EmbeddedBroker::Options options;
    options.file = QDir(folder).filePath(u"broker.db"_s);
    auto opened = co_await broker::embedded::EmbeddedBroker::open(scope, std::move(options));
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
    auto opened = co_await openBroker(scope, folder, topologyOf(plan.system));
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
