// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinesvg.h"

#include "roundup.h"
#include "timelinepanel.h"

#include <app/style/svg.h>

#include <QXmlStreamWriter>

#include <algorithm>

namespace app::charts {

using namespace Qt::StringLiterals;
using style::Role;
using style::svgNumber;

namespace {

constexpr double drawingWidth = 960;
constexpr double drawingMargin = 48;
constexpr double chartHeight = 150;
constexpr double chartGap = 40;

// Draws one document.
class TimelineWriter
{
public:
    TimelineWriter(QByteArray &document, const TimelineHistory &history, const style::Theme &theme)
        : m_xml(&document)
        , m_points(history.points())
        , m_theme(theme)
        , m_end(m_points.empty() ? TimelineChart::Seconds(0) : m_points.back().at)
    {
    }

    void write(const TimelineDrawing &drawing)
    {
        const double height
            = chartGap + static_cast<double>(drawing.figures.size()) * (chartHeight + chartGap);
        style::beginSvg(m_xml, {drawingWidth, height});
        m_xml.writeEmptyElement(u"rect"_s);
        m_xml.writeAttribute(u"width"_s, u"100%"_s);
        m_xml.writeAttribute(u"height"_s, u"100%"_s);
        m_xml.writeAttribute(u"fill"_s, m_theme.color(Role::Window).name());
        double left = drawingMargin;
        for (int fleet = 0; fleet < drawing.fleets.size(); ++fleet) {
            if (!drawing.isShown(fleet))
                continue;
            line({{left, 16}, {left + 24, 16}}, roleOfLine(fleet), fleet > 0);
            text({left + 30, 20}, drawing.fleets[fleet], Role::Text);
            left += 160;
        }
        double top = chartGap;
        for (const auto figure : drawing.figures) {
            chart(figure, top + chartGap / 2, drawing);
            top += chartHeight + chartGap;
        }
        style::endSvg(m_xml);
    }

private:
    static Role roleOfLine(int fleet) { return fleet == 0 ? Role::Monolith : Role::Microservices; }

    double x(TimelineChart::Seconds at) const
    {
        const double share = (at - (m_end - TimelineChart::span)) / TimelineChart::span;
        return drawingMargin + share * (drawingWidth - 2 * drawingMargin);
    }

    void chart(Figure figure, double top, const TimelineDrawing &drawing)
    {
        double highest = 0;
        for (int fleet = 0; fleet < drawing.fleets.size(); ++fleet) {
            if (!drawing.isShown(fleet))
                continue;
            for (const auto &point : m_points)
                highest = std::max(highest, valueAt(point, figure, fleet).value_or(0));
        }
        const double full = roundUp(std::max(1.0, highest * 1.1));
        text({drawingMargin, top - 6}, meaning(figure), Role::SubtleText);
        for (const double share : {0.0, 0.5, 1.0}) {
            const double y = top + chartHeight * (1 - share);
            line({{drawingMargin, y}, {drawingWidth - drawingMargin, y}}, Role::Grid, false);
            text({4, y + 4}, QString::number(full * share, 'g', 4), Role::SubtleText);
        }
        for (int fleet = 0; fleet < drawing.fleets.size(); ++fleet) {
            if (drawing.isShown(fleet))
                fleetLine(figure, fleet, top, full);
        }
        times(top + chartHeight + 14);
        for (const auto &deed : drawing.deeds) {
            if (!drawing.isShown(deed.mark.line))
                continue;
            line({{x(deed.mark.at), top}, {x(deed.mark.at), top + chartHeight}}, deed.mark.role, true);
            if (figure == drawing.figures.front())
                text({x(deed.mark.at) + 3, top + 10}, deed.mark.text, deed.mark.role);
        }
    }

    void times(double baseline)
    {
        const auto span = static_cast<int>(TimelineChart::span.count());
        for (const int ago : {span, span / 2, 0}) {
            const QString words
                = ago == 0 ? TimelinePanel::tr("now") : TimelinePanel::tr("%1 s ago").arg(ago);
            text({x(m_end - TimelineChart::Seconds(ago)) - (ago == span ? 0 : 22), baseline}, words,
                 Role::SubtleText);
        }
    }

    static std::optional<double> valueAt(const TimelineHistory::Point &point, Figure figure, int fleet)
    {
        const auto values = TimelineHistory::valuesAt(point, figure, false);
        return static_cast<size_t>(fleet) < values.size() ? values[static_cast<size_t>(fleet)] : std::nullopt;
    }

    void fleetLine(Figure figure, int fleet, double top, double full)
    {
        std::vector<QPointF> piece;
        for (const auto &point : m_points) {
            const auto value = valueAt(point, figure, fleet);
            if (value.has_value())
                piece.emplace_back(x(point.at), top + chartHeight * (1 - *value / full));
            else
                line(std::exchange(piece, {}), roleOfLine(fleet), fleet > 0);
        }
        line(piece, roleOfLine(fleet), fleet > 0);
    }

    void line(const std::vector<QPointF> &points, Role role, bool isDashed)
    {
        if (points.size() < 2)
            return;
        QStringList pairs;
        for (const auto &point : points)
            pairs << u"%1,%2"_s.arg(svgNumber(point.x()), svgNumber(point.y()));
        m_xml.writeEmptyElement(u"polyline"_s);
        m_xml.writeAttribute(u"points"_s, pairs.join(u' '));
        m_xml.writeAttribute(u"fill"_s, u"none"_s);
        m_xml.writeAttribute(u"stroke"_s, m_theme.color(role).name());
        if (isDashed)
            m_xml.writeAttribute(u"stroke-dasharray"_s, u"6 3"_s);
    }

    void text(QPointF at, const QString &words, Role role)
    {
        m_xml.writeStartElement(u"text"_s);
        m_xml.writeAttribute(u"x"_s, svgNumber(at.x()));
        m_xml.writeAttribute(u"y"_s, svgNumber(at.y()));
        m_xml.writeAttribute(u"font-size"_s, u"11"_s);
        m_xml.writeAttribute(u"fill"_s, m_theme.color(role).name());
        m_xml.writeCharacters(words);
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
    const std::deque<TimelineHistory::Point> &m_points;
    const style::Theme &m_theme;
    TimelineChart::Seconds m_end;
};

} // namespace

QByteArray
drawTimeline(const TimelineDrawing &drawing, const TimelineHistory &history, const style::Theme &theme)
{
    QByteArray document;
    TimelineWriter(document, history, theme).write(drawing);
    return document;
}

} // namespace app::charts
