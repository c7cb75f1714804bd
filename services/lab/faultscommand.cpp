// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultscommand.h"

#include "arguments.h"

#include <model/operation/faulttable.h>
#include <model/operation/faulttext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <utility>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::operation::FaultDescription;
using model::operation::FaultReach;
using model::operation::FaultSettingRange;

namespace {

constexpr qsizetype lineWidth = 96;
constexpr qsizetype indent = 6;

struct ReachWords
{
    QString word;
    QString title;
};

ReachWords wordsOf(FaultReach reach)
{
    switch (reach) {
    case FaultReach::Process:
        return {u"process"_s, u"Of a process: all that the capability's unit holds suffers."_s};
    case FaultReach::Module:
        return {u"module"_s, u"Of a module: only the capability's own requests suffer."_s};
    case FaultReach::Link:
        return {u"link"_s,
                u"Of a line: calls from one capability to another, when they are in different units."_s};
    case FaultReach::Store:
        return {u"store"_s, u"Of a database: that of the capability's unit, for all that the unit holds."_s};
    case FaultReach::Broker:
        return {u"broker"_s, u"Of the message broker: all messages of a fleet."_s};
    case FaultReach::Queue:
        return {u"queue"_s, u"Of a queue: the messages of one topic for one consumer."_s};
    case FaultReach::Customers:
        return {u"customers"_s, u"Of customers: all who come to a fleet."_s};
    }
    Q_UNREACHABLE();
}

QString number(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

QString settingLine(const FaultSettingRange &range)
{
    const QString unit = QString::fromLatin1(model::operation::unit(range.setting));
    return u"%1=%2   %3 to %4%5"_s.arg(QLatin1StringView(model::operation::word(range.setting)),
                                       number(range.preset), number(range.minimum), number(range.maximum),
                                       unit.isEmpty() ? QString() : u' ' + unit);
}

QString wrapped(const QString &text)
{
    QString lines;
    QString line;
    for (const QString &word : text.split(u' ')) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > lineWidth) {
            lines += QString(indent, u' ') + line + u'\n';
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return lines + QString(indent, u' ') + line + u'\n';
}

QString paragraph(const FaultDescription &row)
{
    QString text = u"  %1 - %2\n"_s.arg(shapeOf(row.kind), QLatin1StringView(row.title));
    text += wrapped(QString::fromLatin1(row.plainWords));
    text += wrapped(u"Lifted: "_s + QLatin1StringView(row.lifting));
    for (const auto &range : row.settings)
        text += QString(indent, u' ') + settingLine(range) + u'\n';
    return text;
}

QString help()
{
    QString text;
    std::optional<FaultReach> reach;
    for (const auto &row : model::operation::faultTable()) {
        if (row.reach != reach)
            text += (reach ? u"\n"_s : QString()) + wordsOf(row.reach).title + u"\n\n"_s;
        reach = row.reach;
        text += paragraph(row);
    }
    return text
        + u"\nSettings follow after commas: slow:payments,delay=800. \"@FLEET\" after what is struck names "
          u"one "
          u"fleet by its packaging: crash:catalogue@monolith.\n"_s;
}

QJsonObject jsonOf(const FaultSettingRange &range)
{
    return {{u"name"_s, QString::fromLatin1(model::operation::word(range.setting))},
            {u"unit"_s, QString::fromLatin1(model::operation::unit(range.setting))},
            {u"preset"_s, range.preset},
            {u"minimum"_s, range.minimum},
            {u"maximum"_s, range.maximum}};
}

QByteArray json()
{
    QJsonArray rows;
    for (const auto &row : model::operation::faultTable()) {
        QJsonArray settings;
        for (const auto &range : row.settings)
            settings.append(jsonOf(range));
        rows.append(QJsonObject{{u"kind"_s, QString::fromLatin1(row.word)},
                                {u"title"_s, QString::fromLatin1(row.title)},
                                {u"what"_s, QString::fromLatin1(row.plainWords)},
                                {u"lifted"_s, QString::fromLatin1(row.lifting)},
                                {u"of"_s, wordsOf(row.reach).word},
                                {u"written"_s, shapeOf(row.kind)},
                                {u"settings"_s, settings}});
    }
    return QJsonDocument(rows).toJson();
}

} // namespace

ExitCode faults(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Tells each kind of fault in plain words: what it is done to, what "
                                     u"happens, what lifting it does, how "
                                     u"it is written, and its settings with their presets and ranges."_s);
    parser.addOption({u"json"_s, u"As JSON."_s});
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    const auto data = parser.isSet(u"json"_s) ? json() : help().toLocal8Bit();
    return writeData(data) ? ExitCode::Well : ExitCode::BadInput;
}

} // namespace services::lab
