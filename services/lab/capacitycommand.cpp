// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacitycommand.h"

#include "arguments.h"
#include "capacityorder.h"
#include "capacitysession.h"
#include "capacitytable.h"
#include "datafolder.h"

#include <services/platform/components.h>
#include <services/platform/stopsignals.h>

#include <QCoreApplication>
#include <QJsonDocument>

namespace services::lab {

using namespace Qt::StringLiterals;

ExitCode measureCapacity(const QStringList &arguments)
{
    QCommandLineParser parser;
    CapacityOrder::describe(parser);
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    const auto order = CapacityOrder::of(parser);
    if (!order) {
        say(order.error());
        return ExitCode::BadInput;
    }
    const auto factory = platform::componentsOf(order->system);
    const auto data = DataFolder::of(parser);
    if (!factory || !data) {
        say(factory ? data.error() : factory.error());
        return ExitCode::BadInput;
    }

    CapacitySession session(*order, data->path(), *factory);
    platform::StopSignals stop;
    QObject::connect(&stop, &platform::StopSignals::stopRequested, &session, &CapacitySession::interrupt);
    session.begin();
    QCoreApplication::exec();
    if (session.exitCode() != ExitCode::Well)
        return session.exitCode();

    const auto text = parser.isSet(u"json"_s)
        ? QJsonDocument(capacity::toJson(session.findings())).toJson(QJsonDocument::Compact) + '\n'
        : capacityTable(session.findings()).toLocal8Bit();
    if (!writeData(text))
        return ExitCode::BadInput;
    if (session.findings().areWithin(order->atMost))
        return ExitCode::Well;
    say(u"Not as expected: a median error is larger than %1 %, or something could not be measured"_s.arg(
        order->atMost * 100, 0, 'g', 4));
    return ExitCode::NotAsExpected;
}

} // namespace services::lab
