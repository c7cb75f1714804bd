// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording.h"

#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>

#include <QCoreApplication>

namespace model::analysis {

using namespace Qt::StringLiterals;
using operation::FaultReach;

QString wordsOn(const operation::Fault &fault, const packaging::Unit &unit)
{
    const auto sentence = operation::words(fault);
    const auto reach = description(fault.kind).reach;
    const bool takesAll = reach == FaultReach::Process || reach == FaultReach::Store;
    if (!takesAll || unit.capabilities.size() < 2)
        return sentence;
    return reach == FaultReach::Store
        ? QCoreApplication::translate("model::analysis", "%1, which is that of all of %2")
              .arg(sentence, unit.id.value)
        : QCoreApplication::translate("model::analysis", "%1, and all of %2 with it")
              .arg(sentence, unit.id.value);
}

QString timeInWords(double seconds)
{
    if (seconds < 1)
        return QCoreApplication::translate("model::analysis", "%1 ms").arg(qRound(seconds * 1000));
    return QCoreApplication::translate("model::analysis", "%1 s").arg(QString::number(seconds, 'g', 3));
}

} // namespace model::analysis
