// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>
#include <QPointF>

#include <chrono>
#include <cstddef>
#include <deque>
#include <vector>

namespace app::graph {

// Requests on their way along the edges. Each dot stands for measured requests: at most a certain number a
// second are drawn per edge, evenly spread, failures first. Pure arithmetic on a given time; no widget.
class RequestDots
{
public:
    using Moment = std::chrono::duration<double>; // of the caller's clock

    enum class Kind
    {
        Succeeded,
        Degraded,
        Failed
    };

    struct Dot
    {
        size_t edge = 0;
        Kind kind = Kind::Succeeded;
        Moment departure{0};
    };
    struct Placed
    {
        QPointF position;
        Kind kind = Kind::Succeeded;
    };
    struct Traffic
    {
        size_t edge = 0;
        int requests = 0; // in all, within the period
        int degraded = 0;
        int failed = 0;
    };

    // The curves that the dots follow, by edge.
    void setPaths(const std::vector<QPainterPath> &paths);
    // The same edges, elsewhere: who is on the way goes on.
    void changePaths(const std::vector<QPainterPath> &paths);
    // Requests measured within the period that has just ended: their dots depart within the next such period.
    void depart(const Traffic &traffic, Moment now, Moment period);
    // Where the dots are; forgets those which have arrived.
    std::vector<Placed> at(Moment now);
    size_t count() const { return m_dots.size(); }
    void clear() { m_dots.clear(); }

    // How long a dot travels along an edge: for the eye, not the measured duration. Equally fast on all, but
    // for very short and very long ones.
    Moment journey(size_t edge) const { return m_tracks[edge].journey; }
    static constexpr double pixelsPerSecond = 150;
    static constexpr int limitPerPeriod = 2; // per edge and kind of end
    static constexpr size_t limit = 2000;

private:
    struct Track
    {
        std::vector<QPointF> points; // at equal distances
        Moment journey{0};
    };
    void add(size_t edge, Kind kind, int count, Moment now, Moment period);
    static Track trackOf(const QPainterPath &path);
    QPointF position(const Track &track, double share) const;

    std::vector<Track> m_tracks;
    std::deque<Dot> m_dots;
};

} // namespace app::graph
