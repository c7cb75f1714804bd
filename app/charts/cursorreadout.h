// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QFont>
#include <QStringList>

#include <memory>
#include <vector>

class QChart;
class QRectF;

namespace app::charts {

class MarkLabel;

// What a chart's values were at the moment that is looked at, a line each, at the foot of the chart beside
// that moment: on the side with more room. GUI thread; the items belong to the chart.
class CursorReadout
{
public:
    explicit CursorReadout(QChart *chart);
    ~CursorReadout();
    CursorReadout(const CursorReadout &) = delete;
    CursorReadout &operator=(const CursorReadout &) = delete;

    void setTheme(const style::Theme &theme, const QFont &font);
    // Beside that x of the chart, within the area: as many as have room there, the first first.
    void show(const QStringList &lines, double x, const QRectF &area);
    void hide();

private:
    void dress(MarkLabel &label) const;

    QChart *m_chart;
    std::vector<std::unique_ptr<MarkLabel>> m_labels;
    style::Theme m_theme = style::Theme::light();
    QFont m_font;
};

} // namespace app::charts
