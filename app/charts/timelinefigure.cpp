// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinefigure.h"

#include <QCoreApplication>

namespace app::charts {

using namespace Qt::StringLiterals;
using services::platform::FleetSnapshot;
using services::platform::Rates;

namespace {

struct FigureWords
{
    const char *word;
    const char *title;
    const char *meaning;
};

const FigureWords &figureWords(Figure figure)
{
    static constexpr FigureWords all[] = {
        {"successfulPerSecond", QT_TRANSLATE_NOOP("Figures", "Successful journeys / s"),
         QT_TRANSLATE_NOOP("Figures", "Successful journeys a second, measured over the last second")},
        {"successPercent", QT_TRANSLATE_NOOP("Figures", "Success, %"),
         QT_TRANSLATE_NOOP("Figures", "Share of journeys that succeeded, measured over the last second")},
        {"p50Ms", QT_TRANSLATE_NOOP("Figures", "p50 of a journey, ms"),
         QT_TRANSLATE_NOOP(
             "Figures",
             "Half of the journeys are quicker, in milliseconds, measured from the intended start")},
        {"p95Ms", QT_TRANSLATE_NOOP("Figures", "p95 of a journey, ms"),
         QT_TRANSLATE_NOOP("Figures", "p95 of journeys in milliseconds, measured from the intended start")},
        {"p99Ms", QT_TRANSLATE_NOOP("Figures", "p99 of a journey, ms"),
         QT_TRANSLATE_NOOP("Figures", "p99 of journeys in milliseconds, measured from the intended start")},
        {"inFlight", QT_TRANSLATE_NOOP("Figures", "Customers waiting"),
         QT_TRANSLATE_NOOP("Figures", "Journeys in flight: customers who wait for an answer, measured")},
        {"messagesWaiting", QT_TRANSLATE_NOOP("Figures", "Messages waiting"),
         QT_TRANSLATE_NOOP("Figures", "Messages in all queues which nobody has acknowledged yet, measured")},
        {"processors", QT_TRANSLATE_NOOP("Figures", "Processors busy"),
         QT_TRANSLATE_NOOP("Figures",
                           "Processors kept busy by all instances, measured from their threads' clocks")},
        {"instances", QT_TRANSLATE_NOOP("Figures", "Instances"),
         QT_TRANSLATE_NOOP("Figures", "Instances that run, measured")}};
    return all[static_cast<size_t>(figure)];
}

QString ofFigures(const char *text)
{
    return QCoreApplication::translate("Figures", text);
}

std::optional<double> latencyOf(Figure figure, const Rates &rates)
{
    if (rates.perSecond <= rates.failedPerSecond)
        return {};
    const auto time = figure == Figure::Median ? rates.p50 : figure == Figure::P95 ? rates.p95 : rates.p99;
    return std::chrono::duration<double, std::milli>(time).count();
}

double messagesWaiting(const FleetSnapshot &fleet)
{
    double waiting = 0;
    for (const auto &queue : fleet.queues)
        waiting += static_cast<double>(queue.depth);
    return waiting;
}

} // namespace

QString title(Figure figure)
{
    return ofFigures(figureWords(figure).title);
}

QString meaning(Figure figure)
{
    return ofFigures(figureWords(figure).meaning);
}

QString word(Figure figure)
{
    return QString::fromLatin1(figureWords(figure).word);
}

bool isCount(Figure figure)
{
    return figure == Figure::InFlight || figure == Figure::Waiting || figure == Figure::Instances;
}

bool isLatency(Figure figure)
{
    return figure == Figure::Median || figure == Figure::P95 || figure == Figure::P99;
}

std::optional<double> valueOf(Figure figure, const FleetSnapshot &fleet)
{
    const auto &attempts = fleet.attempts;
    switch (figure) {
    case Figure::Throughput:
        return attempts.perSecond - attempts.failedPerSecond;
    case Figure::Success:
        if (attempts.perSecond <= 0)
            return {};
        return 100 * (1 - attempts.failedPerSecond / attempts.perSecond);
    case Figure::InFlight:
        return fleet.underWay;
    case Figure::Waiting:
        return messagesWaiting(fleet);
    case Figure::Processors:
        return fleet.cost.cores;
    case Figure::Instances:
        return fleet.cost.instances;
    case Figure::Median:
    case Figure::P95:
    case Figure::P99:
        break;
    }
    return latencyOf(figure, attempts);
}

std::optional<double> naiveValueOf(Figure figure, const FleetSnapshot &fleet)
{
    return isLatency(figure) ? latencyOf(figure, fleet.naive) : std::nullopt;
}

} // namespace app::charts
