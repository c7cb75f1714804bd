// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cursorreadout.h"

#include "marklabel.h"

#include <QChart>
#include <QFontMetricsF>

#include <algorithm>

namespace app::charts {

namespace {

constexpr double inFrontOfCursor = 31; // of the curves, the marks and the line of the moment
constexpr double besideCursor = 5; // from that line

} // namespace

CursorReadout::CursorReadout(QChart *chart)
    : m_chart(chart)
{
}

CursorReadout::~CursorReadout() = default;

void CursorReadout::dress(MarkLabel &label) const
{
    label.setBrush(m_theme.color(style::Role::Text));
    label.setGround(m_theme.color(style::Role::Window));
    label.setFont(m_font);
}

void CursorReadout::setTheme(const style::Theme &theme, const QFont &font)
{
    m_theme = theme;
    m_font = font;
    for (const auto &label : m_labels)
        dress(*label);
}

void CursorReadout::hide()
{
    for (const auto &label : m_labels)
        label->setVisible(false);
}

void CursorReadout::show(const QStringList &lines, double x, const QRectF &area)
{
    const QFontMetricsF metrics(m_font);
    const bool isRight = area.right() - x >= x - area.left();
    const double room = (isRight ? area.right() - x : x - area.left()) - 2 * besideCursor;
    const double rowHeight = metrics.height() + 1;
    const auto most = static_cast<qsizetype>(std::max(0.0, area.height() / rowHeight));
    const auto rows = std::min(lines.size(), most);
    double top = area.bottom() - static_cast<double>(rows) * rowHeight;
    for (qsizetype line = 0; line < rows; ++line) {
        if (static_cast<size_t>(line) == m_labels.size()) {
            m_labels.push_back(std::make_unique<MarkLabel>(QString(), m_chart));
            m_labels.back()->setZValue(inFrontOfCursor);
            dress(*m_labels.back());
        }
        auto &label = *m_labels[static_cast<size_t>(line)];
        label.setText(metrics.elidedText(lines[line], Qt::ElideMiddle, room)); // the value stays
        label.setPos(isRight ? x + besideCursor : x - besideCursor - label.boundingRect().width(), top);
        label.setVisible(true);
        top += rowHeight;
    }
    for (auto line = static_cast<size_t>(rows); line < m_labels.size(); ++line)
        m_labels[line]->setVisible(false);
}

} // namespace app::charts
