// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetpreparation.h"

#include <services/broker/embeddedbroker.h>

#include <QDir>
#include <QLoggingCategory>
#include <QRandomGenerator>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

Q_LOGGING_CATEGORY(logFleet, "faultline.fleet")

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

Result<std::shared_ptr<broker::Broker>>
openBroker(const FleetPlan &plan, const QString &folder, QObject *context)
{
    broker::EmbeddedBroker::Options options;
    options.file = QDir(folder).filePath(u"broker.db"_s);
    auto opened = broker::EmbeddedBroker::open(std::move(options));
    if (!opened)
        return failure(opened.error());
    (*opened)->declare(topologyOf(plan.system), context, [](const Result<void> &declared) {
        if (!declared)
            qCWarning(logFleet, "The queues cannot be made: %s", qUtf8Printable(declared.error().message));
    });
    return std::shared_ptr<broker::Broker>(std::move(*opened));
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

Result<std::shared_ptr<const FleetMeans>> prepareFleet(FleetPlan plan,
                                                       const assembly::ComponentFactory &factory,
                                                       std::shared_ptr<const RouteBoard> routes,
                                                       QObject *context)
{
    const QDir data(plan.dataFolder);
    const QString folder = data.filePath(plan.packaging.id.value);
    if (!QDir().mkpath(folder))
        return failure(Kind::ReadOnly,
                       u"The folder %1 cannot be made: choose one where you may write"_s.arg(folder), folder);
    if (plan.templatesFolder.isEmpty())
        plan.templatesFolder = data.filePath(u"templates"_s);

    auto means = std::make_shared<FleetMeans>();
    auto opened = openBroker(plan, folder, context);
    if (!opened)
        return failure(opened.error());
    means->broker = std::move(*opened);
    means->templates = std::make_shared<storage::StoreTemplates>(plan.templatesFolder);
    means->routes = std::move(routes);
    means->factory = &factory;
    means->plan = std::move(plan);
    return means;
}

} // namespace services::runtime
