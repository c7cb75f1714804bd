// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording.h"

#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>

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
    return reach == FaultReach::Store ? u"%1, which is that of all of %2"_s.arg(sentence, unit.id.value)
                                      : u"%1, and all of %2 with it"_s.arg(sentence, unit.id.value);
}

QString timeInWords(double seconds)
{
    if (seconds < 1)
        return u"%1 ms"_s.arg(qRound(seconds * 1000));
    return u"%1 s"_s.arg(QString::number(seconds, 'g', 3));
}

} // namespace model::analysis
