// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes until both shapes of the shop are there: from the first order to the last of the twelve
// instances answering its health check over HTTP, in fresh folders, each store a copy of a kept template;
// beside the same with every store filled anew. Then the memory of both fleets together.

#include "benchreport.h"

#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/runtime/fleet.h>
#include <services/shop/shopfactory.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using services::runtime::Fleet;
using services::runtime::FleetPlan;
using tests::support::turnUntil;

namespace {

constexpr int rounds = 7;

// Megabytes which this process has in memory.
double residentMegabytes()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

class BothFleets
{
public:
    BothFleets(const model::system::System &system, const QString &templates)
    {
        for (const auto &packaging :
             {model::packaging::monolith(system), model::packaging::microservices(system)})
            m_fleets.push_back(std::make_unique<Fleet>(
                FleetPlan{system, packaging, m_folder.path(), templates, {}}, m_factory));
    }

    double millisecondsToHealthy()
    {
        QElapsedTimer elapsed;
        elapsed.start();
        int healthy = 0;
        for (const auto &fleet : m_fleets) {
            QObject::connect(fleet.get(), &Fleet::started, fleet.get(), [&] { ++healthy; });
            m_starts.push_back(fleet->start());
        }
        if (!turnUntil([&] { return healthy == 2; }))
            qFatal("The fleets do not start");
        return static_cast<double>(elapsed.nsecsElapsed()) / 1e6;
    }

private:
    QTemporaryDir m_folder;
    services::shop::ShopFactory m_factory;
    std::vector<std::unique_ptr<Fleet>> m_fleets;
    std::vector<QCoro::Task<services::runtime::Result<void>>> m_starts;
};

double startOnce(const model::system::System &system, const QString &templates)
{
    return BothFleets(system, templates).millisecondsToHealthy();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto system = model::system::SystemReader::readFile(
        QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
    if (!system)
        qFatal("The shop's file cannot be read");

    const QTemporaryDir templates;
    startOnce(*system, templates.path()); // makes the templates
    tests::bench::Figure start(u"both fleets to all healthy"_s, u"ms"_s, tests::bench::Better::Lower);
    for (int round = 0; round < rounds; ++round) {
        start.add(startOnce(*system, templates.path()));
        const QTemporaryDir none;
        start.add(u"each store filled anew"_s, startOnce(*system, none.path()));
    }
    start.print();

    const double before = residentMegabytes();
    BothFleets fleets(*system, templates.path());
    fleets.millisecondsToHealthy();
    tests::bench::Figure memory(u"resident memory with both fleets"_s, u"MB"_s, tests::bench::Better::Lower);
    memory.add(residentMegabytes());
    memory.add(u"before they were started"_s, before);
    memory.print();
    return 0;
}
