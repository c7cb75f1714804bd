// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestdots.h"

#include <QLineF>
#include <QPolygonF>

#include <algorithm>

namespace app::graph {

namespace {

constexpr int pieces = 48; // of each curve: finer than the eye follows
constexpr RequestDots::Moment shortestJourney{0.3};
constexpr RequestDots::Moment longestJourney{1.8};

} // namespace

void RequestDots::setPaths(const std::vector<QPainterPath> &paths)
{
    clear();
    changePaths(paths);
}

void RequestDots::changePaths(const std::vector<QPainterPath> &paths)
{
    m_tracks.clear();
    m_tracks.reserve(paths.size());
    for (const auto &path : paths)
        m_tracks.push_back(trackOf(path));
    std::erase_if(m_dots, [&](const Dot &dot) { return dot.edge >= m_tracks.size(); });
}

// Along the curve's straight pieces: to ask the curve itself for each point takes a hundred times as long.
RequestDots::Track RequestDots::trackOf(const QPainterPath &path)
{
    const QPolygonF course = path.toSubpathPolygons().value(0);
    double length = 0;
    for (qsizetype corner = 1; corner < course.size(); ++corner)
        length += QLineF(course[corner - 1], course[corner]).length();
    Track track;
    track.journey = std::clamp(Moment(length / pixelsPerSecond), shortestJourney, longestJourney);
    if (course.isEmpty())
        return track;
    double passed = 0; // up to the corner
    qsizetype corner = 0;
    for (int piece = 0; piece <= pieces; ++piece) {
        const double wanted = length * piece / pieces;
        const auto side = [&] { return QLineF(course[corner], course[corner + 1]); };
        while (corner + 2 < course.size() && passed + side().length() < wanted) {
            passed += side().length();
            ++corner;
        }
        const double rest = corner + 1 < course.size() ? side().length() : 0;
        track.points.push_back(rest > 0 ? side().pointAt(std::min((wanted - passed) / rest, 1.0))
                                        : course[corner]);
    }
    return track;
}

void RequestDots::depart(const Traffic &traffic, Moment now, Moment period)
{
    if (traffic.edge >= m_tracks.size())
        return;
    add(traffic.edge, Kind::Failed, traffic.failed, now, period);
    add(traffic.edge, Kind::Degraded, traffic.degraded, now, period);
    add(traffic.edge, Kind::Succeeded, traffic.requests - traffic.failed - traffic.degraded, now, period);
}

void RequestDots::add(size_t edge, Kind kind, int count, Moment now, Moment period)
{
    const int drawn = std::min(count, limitPerPeriod);
    for (int index = 0; index < drawn && m_dots.size() < limit; ++index)
        m_dots.push_back({edge, kind, now + period * ((index + 0.5) / drawn)});
}

std::vector<RequestDots::Placed> RequestDots::at(Moment now)
{
    std::erase_if(m_dots, [&](const Dot &dot) { return now - dot.departure >= journey(dot.edge); });
    std::vector<Placed> placed;
    placed.reserve(m_dots.size());
    for (const auto &dot : m_dots) {
        if (now >= dot.departure && !m_tracks[dot.edge].points.empty())
            placed.push_back(
                {position(m_tracks[dot.edge], (now - dot.departure) / journey(dot.edge)), dot.kind});
    }
    return placed;
}

QPointF RequestDots::position(const Track &track, double share) const
{
    const double place = std::clamp(share, 0.0, 1.0) * pieces;
    const auto index = std::min(static_cast<size_t>(place), static_cast<size_t>(pieces - 1));
    const double rest = place - static_cast<double>(index);
    return track.points[index] * (1 - rest) + track.points[index + 1] * rest;
}

} // namespace app::graph
