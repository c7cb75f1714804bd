// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findings.h"

#include <QThread>

#include <algorithm>
#include <cmath>

namespace services::capacity {

namespace {

constexpr double noticeable = 0.05; // of what shoppers waited
constexpr double allButAll = 0.85; // of the processors

std::vector<double> errorsOf(const std::vector<Point> &points, double (Point::*error)() const)
{
    std::vector<double> errors;
    for (const auto &point : points)
        errors.push_back(std::abs((point.*error)()));
    return errors;
}

double relative(Seconds predicted, Seconds measured)
{
    return measured > Seconds(0) ? predicted / measured - 1 : 0;
}

} // namespace

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Seconds Point::mean(Seconds Round::*time) const
{
    Seconds sum{0};
    for (const auto &round : rounds)
        sum += round.*time;
    return rounds.empty() ? sum : sum / static_cast<double>(rounds.size());
}

double Point::mean(double Round::*figure) const
{
    double sum = 0;
    for (const auto &round : rounds)
        sum += round.*figure;
    return rounds.empty() ? sum : sum / static_cast<double>(rounds.size());
}

double Point::error() const
{
    return relative(mean(&Round::predicted), mean(&Round::measured));
}

double Point::errorByHops() const
{
    return relative(mean(&Round::predictedByHops), mean(&Round::measured));
}

bool Point::isLimitedByProcessor() const
{
    return mean(&Round::waitedForProcessor) > noticeable * mean(&Round::measured);
}

double Limit::median() const
{
    return medianOf(measured);
}

double Limit::error() const
{
    return median() > 0 ? predicted / median() - 1 : 0;
}

bool Limit::isLimitedByProcessor() const
{
    return processors > allButAll * QThread::idealThreadCount() || waiting > processors;
}

std::optional<double> Findings::medianError() const
{
    return points.empty() ? std::nullopt : std::optional(medianOf(errorsOf(points, &Point::error)));
}

std::optional<double> Findings::medianErrorByHops() const
{
    return points.empty() ? std::nullopt : std::optional(medianOf(errorsOf(points, &Point::errorByHops)));
}

std::optional<double> Findings::medianLimitError() const
{
    std::vector<double> errors;
    for (const auto &limit : limits) {
        if (!limit.measured.empty())
            errors.push_back(std::abs(limit.error()));
    }
    return errors.empty() ? std::nullopt : std::optional(medianOf(std::move(errors)));
}

bool Findings::areWithin(double share) const
{
    using Round = Point::Round;
    const auto isMeasured = [](const Point &point) { return point.mean(&Round::measured) > Seconds(0); };
    const auto ofTimes = medianError();
    if (!ofTimes || *ofTimes > share || !std::ranges::all_of(points, isMeasured))
        return false;
    const auto isKnown = [](const Limit &limit) {
        return !std::isfinite(limit.predicted) || limit.median() > 0; // infinite: nobody works
    };
    return std::ranges::all_of(limits, isKnown) && medianLimitError().value_or(0) <= share;
}

std::optional<double> Findings::worstError() const
{
    return points.empty() ? std::nullopt : std::optional(std::ranges::max(errorsOf(points, &Point::error)));
}

} // namespace services::capacity
