// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphpainter.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace app::graph {

// Shows one scene, live, fitted into the widget; lets a person point at, walk over and choose its nodes.
// The still part is kept as a picture and drawn again only when something changed; the moving requests are
// drawn over it, and only while somebody can see them. GUI thread.
class GraphView : public QWidget
{
    Q_OBJECT
public:
    explicit GraphView(QWidget *parent = nullptr);

    void setScene(GraphScene scene);
    const GraphScene &scene() const { return m_scene; }
    void setVitality(const Vitality &vitality);
    void setTheme(const style::Theme &theme);
    void setSelected(const std::optional<Target> &target);
    const std::optional<Target> &selected() const { return m_attention.selected; }
    // Marks what would suffer.
    void setThreatened(const QSet<NodeId> &nodes);
    // Requests measured within the last period.
    void addTraffic(const std::vector<RequestDots::Traffic> &traffic, RequestDots::Moment period);
    void setAnimated(bool animated);

    // From the layout's pixels to the widget's.
    QTransform transform() const;
    QSize sizeHint() const override { return {480, 420}; }
    QSize minimumSizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    void chosen(const app::graph::Target &target);
    void chosenNothing();
    void verbsWanted(const app::graph::Target &target, const QPoint &globalPosition);
    void resized(); // the aspect may call for another layout

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    std::optional<Target> targetAt(QPointF position) const;
    void choose(const Target &target);
    void walk(QPointF direction);
    void hover(const std::optional<Target> &target);
    void redraw();
    void renderStill();
    void animate();
    RequestDots::Moment now() const;
    QString toolTipOf(const Target &target) const;

    GraphScene m_scene;
    Vitality m_vitality;
    Attention m_attention;
    style::Theme m_theme = style::Theme::light();
    RequestDots m_dots;
    QPixmap m_still;
    bool m_stillIsStale = true;
    bool m_animated = true;
    QElapsedTimer m_clock;
    QTimer m_frames;
};

} // namespace app::graph
