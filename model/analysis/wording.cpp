// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording.h"

#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>

#include <QCoreApplication>

namespace model::analysis {

using namespace Qt::StringLiterals;
using operation::FaultReach;

QString wordsOn(const operation::Fault &fault, const Ground &ground)
{
    const auto sentence = words(fault, titlesOf(fault, ground.situation().system));
    const auto reach = description(fault.kind).reach;
    const bool takesAll = reach == FaultReach::Process || reach == FaultReach::Store;
    const int number = ground.unitOf(fault.target.capability);
    if (!takesAll || number < 0)
        return sentence;
    const auto &unit = *ground.unit(number).declared;
    if (unit.capabilities.size() < 2)
        return sentence;
    return reach == FaultReach::Store
        ? QCoreApplication::translate("model::analysis", "%1, which is that of all of %2")
              .arg(sentence, unit.title)
        : QCoreApplication::translate("model::analysis", "%1, and all of %2 with it")
              .arg(sentence, unit.title);
}

QString timeInWords(double seconds)
{
    if (seconds < 1)
        return QCoreApplication::translate("model::analysis", "%1 ms").arg(qRound(seconds * 1000));
    return QCoreApplication::translate("model::analysis", "%1 s").arg(QString::number(seconds, 'g', 3));
}

} // namespace model::analysis
