// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "legend.h"

#include "graphpainter.h"

#include <QPainter>

namespace app::graph {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr int signWidth = 18;
constexpr int betweenEntries = 14;
constexpr int legendHeight = 18;

} // namespace

Legend::Legend(const model::system::System &system,
               const model::packaging::Packaging &packaging,
               QWidget *parent)
    : QWidget(parent)
{
    m_entries = {{Sign::Request, tr("request")}, {Sign::Failed, tr("failed")}};
    if (packaging.units.size() > 1) {
        m_entries.push_back({Sign::Call, tr("call")});
        m_entries.push_back({Sign::OptionalCall, tr("optional call")});
        m_entries.push_back({Sign::Messages, tr("messages")});
    }
    m_entries.push_back({Sign::Broken, tr("broken")});
    for (size_t team = 0; team < system.teams.size(); ++team)
        m_entries.push_back({Sign::Team, system.teams[team].title, static_cast<int>(team)});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void Legend::describe()
{
    QStringList signs;
    QStringList teams;
    for (const auto &entry : m_entries)
        (entry.sign == Sign::Team ? teams : signs) << entry.words;
    setAccessibleName(tr("Legend: %1. Teams: %2").arg(signs.join(u", "_s), teams.join(u", "_s)));
    setToolTip(tr("Each dot stands for measured requests; the busier a line, the more dots. "
                  "Long dashes: some requests on it fail; short ones: most do.\nTeams: %1")
                   .arg(teams.join(u", "_s)));
}

void Legend::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    update();
}

void Legend::setTeams(bool areShown)
{
    m_showsTeams = areShown;
    update();
}

QFont Legend::small() const
{
    QFont smaller = font();
    smaller.setPointSizeF(font().pointSizeF() * 0.88);
    return smaller;
}

int Legend::widthOf(const Entry &entry) const
{
    return signWidth + 4 + QFontMetrics(small()).horizontalAdvance(entry.words);
}

QSize Legend::sizeHint() const
{
    return {240, std::max(legendHeight, QFontMetrics(small()).height() + 2)};
}

QSize Legend::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void Legend::draw(QPainter &painter, const Entry &entry, const QRectF &box) const
{
    const QPointF middle = box.center();
    const auto line = [&](Role role, double width, Qt::PenStyle style) {
        painter.setPen(QPen(m_theme.color(role), width * m_theme.strokes(), style));
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()));
    };
    switch (entry.sign) {
    case Sign::Request:
        return GraphPainter(painter, m_theme, font()).paintDot({middle, RequestDots::Kind::Succeeded});
    case Sign::Failed:
        return GraphPainter(painter, m_theme, font()).paintDot({middle, RequestDots::Kind::Failed});
    case Sign::Call:
        return line(Role::Good, 2, Qt::SolidLine);
    case Sign::OptionalCall:
        return line(Role::Good, 1, Qt::SolidLine);
    case Sign::Messages:
        return line(Role::Accent, 1.6, Qt::DotLine);
    case Sign::Broken:
        return line(Role::Bad, 1.7, Qt::DashLine);
    case Sign::Team:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.team(entry.team));
        painter.drawRoundedRect(QRectF(middle.x() - 2, box.top() + 3, 4, box.height() - 6), 2, 2);
    }
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int left = 0;
    for (const auto &entry : m_entries) {
        if (entry.sign == Sign::Team && !m_showsTeams)
            continue;
        const int taken = widthOf(entry);
        if (left + taken > width())
            break; // the tool tip has all of them
        draw(painter, entry, QRectF(left, 0, signWidth, height()));
        painter.setFont(small());
        painter.setPen(m_theme.color(Role::SubtleText));
        painter.drawText(QRect(left + signWidth + 4, 0, taken, height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, entry.words);
        left += taken + betweenEntries;
    }
}

} // namespace app::graph
