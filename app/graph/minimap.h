// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QPixmap>
#include <QWidget>

namespace app::graph {

class GraphView;

// All of a picture in the corner of a view that shows only a part of it, with that part framed; a press goes
// there. Hidden while everything is seen. Belongs to the view. GUI thread.
class Minimap : public QWidget
{
    Q_OBJECT
public:
    explicit Minimap(GraphView &view);

    void setTheme(const style::Theme &theme);
    // Shows what the view shows now.
    void follow();
    // There is another picture, or things in it are elsewhere.
    void forget() { m_boxes = {}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    double mapScale() const;
    void goTo(QPointF position);
    void drawBoxes();

    GraphView &m_view;
    style::Theme m_theme = style::Theme::light();
    QPixmap m_boxes;
};

} // namespace app::graph
