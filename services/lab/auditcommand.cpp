// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditcommand.h"

#include "arguments.h"
#include "auditsession.h"
#include "auditwords.h"
#include "inputs.h"

#include <model/packaging/presets.h>
#include <services/experiment/auditjson.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUrl>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using model::result::Kind;
using model::system::System;

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Audits the shop's books: whether each confirmed order was charged once, has its stock, its parcel "
        u"and its mails, or they still wait, and nothing else was charged, taken, sent or lost. Looks into a "
        u"data folder on which nobody runs, or asks fleets that \"serve\" runs, once they have had the time "
        u"to settle. Exit 0: the books balance; 1: they do not; 2: bad input."_s);
    parser.addOption({u"data"_s, u"The data folder of \"run\" or \"serve\"."_s, u"DIR"_s});
    parser.addOption(
        {u"url"_s, u"Where a running \"serve\" is steered: control.url of its first line."_s, u"URL"_s});
    parser.addOption({u"token"_s, u"The token that goes with it: control.token."_s, u"TOKEN"_s});
    parser.addOption({u"json"_s, u"Writes the result as JSON instead of words."_s});
    Inputs::addSystem(parser);
    Inputs::addPackaging(parser,
                         u"Audits this packaging of the data folder only; may be repeated. Without "
                         u"it: those presets that have a folder there."_s);
}

model::result::Error refused(const QString &message, const QString &option)
{
    return {Kind::InvalidInput, message, option};
}

std::vector<Packaging> presetsIn(const QString &folder, const System &system)
{
    std::vector<Packaging> found;
    for (const auto &id : model::packaging::presetIds()) {
        if (QFileInfo::exists(folder + u'/' + id))
            found.push_back(*model::packaging::preset(id, system));
    }
    return found;
}

Checked<AuditSession::Order> folderOrder(const QCommandLineParser &parser)
{
    auto system = Inputs::system(parser);
    if (!system)
        return tl::unexpected(std::move(system.error()));
    auto packagings = Inputs::packagings(parser, *system);
    if (!packagings)
        return tl::unexpected(std::move(packagings.error()));
    const QString folder = QFileInfo(parser.value(u"data"_s)).absoluteFilePath();
    if (packagings->empty())
        *packagings = presetsIn(folder, *system);
    if (packagings->empty())
        return tl::unexpected(model::result::Errors{
            {Kind::NotFound,
             u"No fleet has kept its books in this folder. Name the --data of a \"run\" or \"serve\"."_s,
             folder}});
    return platform::DataAtRest{*std::move(system), *std::move(packagings), folder};
}

Checked<AuditSession::Order> orderOf(const QCommandLineParser &parser)
{
    if (parser.isSet(u"data"_s) == parser.isSet(u"url"_s))
        return tl::unexpected(model::result::Errors{refused(u"Name either --data or --url."_s, u"--data"_s)});
    if (parser.isSet(u"data"_s))
        return folderOrder(parser);
    const QUrl url(parser.value(u"url"_s));
    if (url.scheme() != u"http" || url.host() != u"127.0.0.1" || url.port() <= 0)
        return tl::unexpected(model::result::Errors{
            refused(u"Write control.url of the line that \"serve\" has written."_s, u"--url"_s)});
    return RunningFleets{{static_cast<quint16>(url.port())}, parser.value(u"token"_s).toLatin1()};
}

ExitCode tell(const QCommandLineParser &parser, const experiment::Audit &audit)
{
    const auto data = parser.isSet(u"json"_s)
        ? QJsonDocument(toJson(audit)).toJson(QJsonDocument::Compact) + '\n'
        : auditWords(audit).toLocal8Bit();
    if (!writeData(data))
        return ExitCode::BadInput;
    return audit.balances() ? ExitCode::Well : ExitCode::NotAsExpected;
}

} // namespace

ExitCode audit(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    auto order = orderOf(parser);
    if (!order) {
        say(order.error());
        return ExitCode::BadInput;
    }
    AuditSession session(*std::move(order));
    session.begin();
    QCoreApplication::exec();
    return session.audit() ? tell(parser, *session.audit()) : ExitCode::BadInput;
}

} // namespace services::lab
