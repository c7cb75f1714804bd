// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultwords.h"

#include "faulttable.h"

#include <QCoreApplication>
#include <QLocale>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

QString number(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

// In the language of the program that runs: the headless one knows English only.
QString translated(const char *text)
{
    return QCoreApplication::translate("model::operation::faults", text);
}

// Of whom it is one instance, or each.
QString whoIn(const Fault &fault, const QString &whole)
{
    if (fault.target.instance == 0)
        return whole;
    return translated(QT_TRANSLATE_NOOP("model::operation::faults", "instance %1 of %2"))
        .arg(fault.target.instance)
        .arg(whole);
}

} // namespace

FaultNames titlesOf(const Fault &fault, const system::System &system)
{
    return {whoIn(fault, system.titleOf(fault.target.capability)), system.titleOf(fault.callee)};
}

QString words(FaultSetting setting, double value)
{
    if (setting == FaultSetting::Share)
        return QString::number(value * 100, 'g', 3) + u" %"_s;
    const QString name = QString::fromLatin1(unit(setting));
    return name.isEmpty() ? number(value) : number(value) + u' ' + name;
}

QString words(const Fault &fault, const FaultNames &names)
{
    const auto &row = description(fault.kind);
    QString sentence = translated(row.sentence);
    const double share = fault.setting(FaultSetting::Share);
    const QString part = words(FaultSetting::Share, share);
    sentence.replace(
        u"{inShare}"_s,
        share < 1
            ? translated(QT_TRANSLATE_NOOP("model::operation::faults", " in %1 of its requests")).arg(part)
            : QString());
    sentence.replace(u"{share}"_s,
                     share < 1 ? translated(QT_TRANSLATE_NOOP("model::operation::faults", "%1 of ")).arg(part)
                               : QString());
    for (const auto &range : row.settings)
        sentence.replace(u"{%1}"_s.arg(QLatin1StringView(word(range.setting))),
                         words(range.setting, fault.setting(range.setting)));
    sentence.replace(u"{topic}"_s, fault.topic.value);
    sentence.replace(u"{callee}"_s, names.callee);
    return sentence.replace(u"{who}"_s, names.who);
}

QString words(const Fault &fault)
{
    const QString whom = whoIn(fault, fault.target.capability.value);
    const QString sentence = words(fault, {whom, fault.callee.value});
    const auto &fleet = fault.target.fleet;
    return fleet.isEmpty() ? sentence : u"%1 (%2)"_s.arg(sentence, fleet.value);
}

} // namespace model::operation
