// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacitywords.h"

#include <app/wording/figures.h>

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace app::charts {

using namespace Qt::StringLiterals;

namespace {

constexpr double noticeable = 0.05; // of what shoppers waited
constexpr double nearlyAll = 0.01; // as many may be lost

QString tr(const char *text)
{
    return QCoreApplication::translate("app::charts", text);
}

QString words(Milliseconds time)
{
    if (!std::isfinite(time.count()))
        return tr("no end");
    return wording::milliseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(time));
}

QString rate(double perSecond)
{
    return QLocale().toString(perSecond, 'f', 0);
}

} // namespace

QString limitWords(const CapacityForecast &forecast)
{
    const auto &now = forecast.now;
    if (now.load <= 0)
        return tr("No limit: nothing that is asked for takes declared time.");
    if (now.workers == 1)
        return tr("%1: its only worker busy at %2/s").arg(now.unit, rate(now.load));
    if (now.workers == 2)
        return tr("%1: both workers busy at %2/s").arg(now.unit, rate(now.load));
    return tr("%1: all %2 workers busy at %3/s").arg(now.unit).arg(now.workers).arg(rate(now.load));
}

QString oneMoreWords(const CapacityForecast &forecast)
{
    const auto &now = forecast.now;
    const auto &more = forecast.oneMore;
    if (now.load <= 0 || more.load <= 0)
        return {};
    const QString change = tr("One more %1: %2 → %3/s").arg(now.unit, rate(now.load), rate(more.load));
    return more.unit == now.unit ? change + u'.' : tr("%1, then %2 is full first.").arg(change, more.unit);
}

QString hopWords(const CapacityForecast &forecast)
{
    if (!forecast.areHopsMeasured)
        return tr("A hop is taken to cost nothing: it could not be measured.");
    return tr("A hop: %L1 ms over the network, %L2 ms within a unit, measured at the start.")
        .arg(forecast.networkHop.count(), 0, 'f', 2)
        .arg(forecast.localHop.count(), 0, 'f', 2);
}

QString percent(double error)
{
    const auto rounded = std::lround(100 * error);
    return tr("%1%2 %").arg(rounded > 0 ? u"+"_s : rounded < 0 ? u"−"_s : u"±"_s).arg(std::abs(rounded));
}

bool isComparable(const CapacityMeasurement &measurement)
{
    return std::isfinite(measurement.mean.predicted.count()) && measurement.mean.predicted.count() > 0
        && measurement.lost <= nearlyAll * measurement.attempts && measurement.attempts > 0
        && measurement.mean.measured.count() > 0;
}

QString comparison(const CapacityMeasurement &measurement,
                   CapacityMeasurement::Pair CapacityMeasurement::*which)
{
    const auto &pair = measurement.*which;
    const QString both = tr("predicted %1, measured %2").arg(words(pair.predicted), words(pair.measured));
    return isComparable(measurement) ? tr("%1: %2").arg(both, percent(pair.error())) : both;
}

QString extent(const CapacityMeasurement &measurement)
{
    return tr("%1/s, over %L2 s").arg(rate(measurement.load)).arg(measurement.seconds, 0, 'f', 0);
}

QString caveat(const CapacityMeasurement &measurement)
{
    if (!isComparable(measurement)) {
        if (std::isinf(measurement.mean.predicted.count()))
            return tr("More than it can carry, as predicted.");
        if (measurement.lost == 0)
            return tr("Nothing to compare: no journey that can be timed has ended.");
        return tr("%1 of %2 attempts failed or got no answer, so the times are of the rest only.")
            .arg(measurement.lost)
            .arg(measurement.attempts);
    }
    if (measurement.waited > noticeable * measurement.mean.measured)
        return tr("The program's threads waited %1 a journey for a processor: part of the difference is this "
                  "machine.")
            .arg(words(measurement.waited));
    return {};
}

} // namespace app::charts
