// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacitytable.h"

#include "texttable.h"

#include <cmath>

namespace services::lab {

using namespace Qt::StringLiterals;
using capacity::Findings;
using capacity::Limit;
using capacity::Point;
using capacity::Seconds;

namespace {

QString milliseconds(Seconds seconds)
{
    return QString::number(seconds.count() * 1000, 'f', 1);
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1) + u" %"_s;
}

QString signedPercent(double share)
{
    return (share > 0 ? u"+"_s : QString()) + percent(share);
}

// Those units of which there are several.
QString instances(const model::packaging::Packaging &packaging)
{
    QStringList several;
    for (const auto &unit : packaging.units) {
        if (unit.instances > 1)
            several << u"%1=%2"_s.arg(unit.id.value).arg(unit.instances);
    }
    return several.isEmpty() ? u"one each"_s : several.join(u',');
}

QString points(const Findings &findings)
{
    using Round = Point::Round;
    TextTable table;
    table.add({u"instances"_s, u"shoppers/s"_s, u"predicted ms"_s, u"measured ms"_s, u"error"_s,
               u"by hops alone"_s, u"p95 predicted"_s, u"p95 measured"_s, u"failed"_s, u"processors"_s,
               u"scarce"_s});
    for (const auto &point : findings.points) {
        int failed = 0;
        for (const auto &round : point.rounds)
            failed += round.failed;
        table.add({instances(point.packaging), QString::number(point.mean(&Round::arrivedPerSecond), 'f', 1),
                   milliseconds(point.mean(&Round::predicted)), milliseconds(point.mean(&Round::measured)),
                   signedPercent(point.error()), signedPercent(point.errorByHops()),
                   milliseconds(point.mean(&Round::predictedP95)),
                   milliseconds(point.mean(&Round::measuredP95)), QString::number(failed),
                   QString::number(point.mean(&Round::processors), 'f', 2),
                   point.isLimitedByProcessor() ? u"processors"_s : u"declared work"_s});
    }
    return table.text();
}

QString limits(const Findings &findings)
{
    TextTable table;
    table.add({u"instances"_s, u"full first"_s, u"predicted limit"_s, u"measured limit"_s, u"error"_s,
               u"processors"_s, u"scarce"_s, u"declared MB"_s});
    for (const auto &limit : findings.limits)
        table.add({instances(limit.packaging), limit.bottleneck.value,
                   QString::number(limit.predicted, 'f', 1), QString::number(limit.median(), 'f', 1),
                   signedPercent(limit.error()), QString::number(limit.processors, 'f', 2),
                   limit.isLimitedByProcessor() ? u"processors"_s : u"declared work"_s,
                   QString::number(limit.cost.memoryMegabytes)});
    return table.text();
}

} // namespace

QString capacityTable(const Findings &findings)
{
    QString text = points(findings) + u'\n' + limits(findings);
    const auto median = findings.medianError();
    const auto worst = findings.worstError();
    if (median && worst)
        text += u"\nThe mean time is predicted within %1 (median over the points), %2 at worst.\n"_s.arg(
            percent(*median), percent(*worst));
    if (const auto byHops = findings.medianErrorByHops())
        text += u"From the cost of hops alone, nothing else measured first: within %1 (median).\n"_s.arg(
            percent(*byHops));
    if (const auto ofLimits = findings.medianLimitError())
        text += u"The limit is predicted within %1 (median).\n"_s.arg(percent(*ofLimits));
    for (const auto &point : findings.points) {
        if (point.isLimitedByProcessor())
            return text
                + u"Where processors were scarce, shoppers waited for this machine and not for the declared "
                  u"work: "
                  u"the prediction knows nothing of that.\n"_s;
    }
    return text;
}

} // namespace services::lab
