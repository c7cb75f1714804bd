// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "durationbuckets.h"

#include <app/style/theme.h>

#include <QWidget>

namespace app::traces {

// Shows how long requests took, as columns; one drags over some of them to see those requests only. By
// keyboard: Left and Right choose a column, with Shift more of them, Escape all. Failed and degraded ones are
// hatched. GUI thread.
class DurationHistogram : public QWidget
{
    Q_OBJECT
public:
    explicit DurationHistogram(QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void show(const Glances &traces, const TraceFilter &filter);
    const DurationBuckets &buckets() const { return m_buckets; }
    void forgetRange();

    QSize sizeHint() const override { return {220, 120}; }
    QSize minimumSizeHint() const override { return {130, 60}; }

Q_SIGNALS:
    // Nothing: any duration.
    void rangeChosen(const std::optional<app::traces::TraceFilter::Range> &range);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF area() const;
    int columnAt(double x) const;
    QRectF columnRect(int column) const;
    std::optional<TraceFilter::Range> rangeOfColumns() const;
    void choose(int anchor, int end);
    void settle();
    void describe();
    QString rangeWords() const;
    void paintColumns(QPainter &painter) const;
    void paintScale(QPainter &painter) const;

    style::Theme m_theme = style::Theme::light();
    DurationBuckets m_buckets;
    std::optional<TraceFilter::Range> m_range;
    int m_anchor = -1; // the column where a choice began
    int m_end = -1;
    bool m_isDragging = false;
};

} // namespace app::traces
