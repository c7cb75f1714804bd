// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dotsprites.h"
#include "stillpicture.h"
#include "viewport.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace app::graph {

// Shows one scene, live, fitted into the widget; lets a person point at, walk over and choose its nodes.
// The moving requests are drawn over a still picture, only where they are, and only while somebody can see
// them. A screen reader is told its nodes by GraphAccessible. GUI thread.
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
    // Moves the requests to where they are now; comes by itself thirty times a second.
    void advance();
    // How many requests are on their way.
    size_t dots() const { return m_dots.count(); }

    // As if it were clicked, or its menu asked for.
    void choose(const Target &target);
    void askForVerbs(const Target &target);
    // "Catalogue, Microservices, 1 of 1 instances up".
    QString nameOf(const Target &target) const;
    // What is live about it, in words: "58 /s · 4 ms", "crashed 8 s".
    QString stateOf(const Target &target) const;
    // From the layout's pixels to the widget's.
    QTransform transform() const { return m_viewport.transform(); }
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
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    std::optional<Target> targetAt(QPointF position) const;
    void walk(QPointF direction);
    // To the next or the previous line of the selected node.
    void walkLines(int step);
    void actOnSelected();
    void leaveSelection();
    void hover(const std::optional<Target> &target);
    void redraw();
    RequestDots::Moment now() const;
    QString toolTipOf(const Target &target) const;

    GraphScene m_scene;
    Vitality m_vitality;
    Attention m_attention;
    style::Theme m_theme = style::Theme::light();
    Viewport m_viewport;
    StillPicture m_still;
    DotSprites m_sprites;
    RequestDots m_dots;
    std::vector<RequestDots::Placed> m_placed; // the dots of this frame
    QRegion m_dotted; // where they are
    QPointF m_dragged; // where the mouse was when it last moved the picture
    bool m_showsFocus = false; // came by the keyboard
    NodeId m_walked; // whose lines the keyboard steps through
    QElapsedTimer m_clock;
    QTimer m_frames;
};

} // namespace app::graph
