// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QWidget>

#include <deque>

namespace app::inspector {

// The last minute of one figure as a small line. GUI thread.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);

    // Oldest first; the newest stands at the right edge.
    void show(std::deque<double> values);
    void setTheme(const style::Theme &theme);
    QSize sizeHint() const override { return {240, 64}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::deque<double> m_values;
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::inspector
