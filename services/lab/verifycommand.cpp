// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifycommand.h"

#include "arguments.h"
#include "datafolder.h"
#include "verifysession.h"
#include "verifytable.h"

#include <services/platform/stopsignals.h>
#include <services/platform/templatecache.h>
#include <services/verification/findingsjson.h>

#include <QCoreApplication>
#include <QJsonDocument>

namespace services::lab {

using namespace Qt::StringLiterals;

ExitCode verify(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Does faults to real fleets, one after another, and compares what customers find with what was "
        u"predicted. Exit 0: as many journeys agree as wanted; 1: fewer do, or too much tells nothing; 2: "
        u"bad input."_s);
    addVerifyOptions(parser);
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    auto order = verifyOrder(parser);
    if (!order) {
        say(order.error());
        return ExitCode::BadInput;
    }
    const auto data = DataFolder::of(parser);
    if (!data) {
        say(data.error());
        return ExitCode::BadInput;
    }
    verification::FleetLane::Options lane;
    lane.dataFolder = data->path();
    lane.templatesFolder = platform::templateCache();
    VerifySession session(*std::move(order), std::move(lane));
    platform::StopSignals stop;
    QObject::connect(&stop, &platform::StopSignals::stopRequested, &session, &VerifySession::interrupt);
    session.begin();
    QCoreApplication::exec();
    if (!session.findings())
        return session.exitCode();
    const auto text = parser.isSet(u"json"_s)
        ? QJsonDocument(verification::toJson(*session.findings(), session.requirement())).toJson()
        : verifyTable(*session.findings(), session.requirement()).toLocal8Bit();
    return writeData(text) ? session.exitCode() : ExitCode::BadInput;
}

} // namespace services::lab
