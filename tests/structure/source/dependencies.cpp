// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dependencies.h"

#include "includes.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace tests::source {

using namespace Qt::StringLiterals;

namespace {

const QStringList &layers()
{
    static const QStringList order{u"model"_s, u"services"_s, u"app"_s};
    return order;
}

qsizetype layerOf(const QString &module)
{
    return layers().indexOf(module.section(u'/', 0, 0));
}

bool isModule(const QString &name)
{
    return name.contains(u'/') && layerOf(name) >= 0;
}

bool isCode(const SourceFile &file)
{
    static const QStringList suffixes{u"h"_s, u"cpp"_s, u"c"_s, u"hpp"_s, u"inl"_s};
    return suffixes.contains(file.suffix()) && isModule(file.module());
}

// Which parts of Qt a layer may know: the model Core alone, services nothing that draws.
QString forbiddenQt(const QString &module, const QString &name)
{
    static const QStringList drawing{u"QtGui"_s, u"QtWidgets"_s, u"QtCharts"_s,     u"QtSvg"_s,
                                     u"QtQml"_s, u"QtQuick"_s,   u"QtSvgWidgets"_s, u"QtPrintSupport"_s};
    static const QStringList beyondCore
        = drawing + QStringList{u"QtNetwork"_s, u"QtSql"_s, u"QtHttpServer"_s};
    if (isOfQtModule(name, {u"QtCore"_s}))
        return {};
    if (layerOf(module) == 0 && isOfQtModule(name, beyondCore))
        return u"the model knows QtCore only"_s;
    if (layerOf(module) == 1 && isOfQtModule(name, drawing))
        return u"services never draw"_s;
    return {};
}

// The folder of an include in quotes, which may not leave the module.
QString moduleOfQuoted(const SourceFile &file, const QString &name)
{
    const QString path = QDir::cleanPath(file.folder() + u'/' + name);
    return SourceFile{path, {}}.module();
}

void checkOwners(const Arrows &arrows, QStringList &faults)
{
    static const QMap<QString, QString> owners{{u"graphviz"_s, u"model/layout"_s},
                                               {u"llhttp"_s, u"services/transport"_s},
                                               {u"rabbitmq"_s, u"services/broker"_s},
                                               {u"rdkafka"_s, u"services/broker"_s}};
    for (auto from = arrows.begin(); from != arrows.end(); ++from) {
        for (const QString &to : from.value()) {
            if (owners.contains(to) && owners[to] != from.key())
                faults.append(u"%1 includes %2, which only %3 may know"_s.arg(from.key(), to, owners[to]));
            if (isModule(to) && layerOf(to) > layerOf(from.key()))
                faults.append(u"%1 -> %2 goes against app -> services -> model"_s.arg(from.key(), to));
        }
    }
}

// Each circle is found from its first folder, by a walk which never goes back below it.
void findCircles(const Arrows &arrows, QStringList &faults)
{
    for (auto start = arrows.begin(); start != arrows.end(); ++start) {
        QSet<QString> reached;
        const std::function<bool(const QString &)> leadsBack = [&](const QString &from) {
            return std::ranges::any_of(arrows.value(from), [&](const QString &to) {
                if (to == start.key())
                    return true;
                if (to < start.key() || reached.contains(to))
                    return false;
                reached.insert(to);
                return leadsBack(to);
            });
        };
        if (leadsBack(start.key()))
            faults.append(u"%1 includes itself by way of others"_s.arg(start.key()));
    }
}

void compare(const Arrows &listed, const Arrows &actual, QStringList &faults)
{
    for (auto from = actual.begin(); from != actual.end(); ++from) {
        if (!listed.contains(from.key()))
            faults.append(u"%1 is not in dependencies.txt"_s.arg(from.key()));
        for (const QString &to : from.value() - listed.value(from.key()))
            faults.append(u"%1 -> %2 is not in dependencies.txt"_s.arg(from.key(), to));
    }
    for (auto from = listed.begin(); from != listed.end(); ++from) {
        if (!actual.contains(from.key()))
            faults.append(u"%1 is in dependencies.txt and has no code"_s.arg(from.key()));
        for (const QString &to : from.value() - actual.value(from.key()))
            faults.append(u"%1 -> %2 is in dependencies.txt and nothing uses it"_s.arg(from.key(), to));
    }
}

} // namespace

Arrows listedArrows(const QByteArray &text, QStringList &faults)
{
    static const QRegularExpression line(u"^([a-z]+/[a-z]+):((?: [A-Za-z0-9/]+)*)$"_s);
    Arrows arrows;
    for (const QString &each : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (each.startsWith(u'#'))
            continue;
        const auto match = line.match(each);
        if (!match.hasMatch() || arrows.contains(match.captured(1))) {
            faults.append(u"dependencies.txt: cannot read \"%1\""_s.arg(each));
            continue;
        }
        const QStringList names = match.captured(2).split(u' ', Qt::SkipEmptyParts);
        arrows.insert(match.captured(1), QSet<QString>(names.begin(), names.end()));
    }
    return arrows;
}

Arrows actualArrows(const std::vector<SourceFile> &files, QStringList &faults)
{
    Arrows arrows;
    for (const SourceFile &file : files) {
        if (!isCode(file))
            continue;
        QSet<QString> &own = arrows[file.module()];
        for (const Include &include : includesOf(file)) {
            const QString place = u"%1:%2: "_s.arg(file.path).arg(include.line);
            const QString origin
                = include.quoted ? moduleOfQuoted(file, include.name) : originOf(include.name);
            if (include.quoted && origin != file.module())
                faults.append(place + u"\"%1\" leaves its folder; write <folder/file.h>"_s.arg(include.name));
            else if (origin.isNull())
                faults.append(place + u"<%1> is of no library that we know"_s.arg(include.name));
            else if (origin == u"Qt" && !forbiddenQt(file.module(), include.name).isEmpty())
                faults.append(place + forbiddenQt(file.module(), include.name) + u": "_s + include.name);
            else if (!origin.isEmpty() && origin != file.module())
                own.insert(origin);
        }
    }
    return arrows;
}

QStringList dependencyFaults(const QByteArray &list, const std::vector<SourceFile> &files)
{
    QStringList faults;
    const Arrows listed = listedArrows(list, faults);
    const Arrows actual = actualArrows(files, faults);
    compare(listed, actual, faults);
    checkOwners(actual, faults);
    findCircles(actual, faults);
    return faults;
}

} // namespace tests::source
