// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dotsprites.h"
#include "scenetransition.h"
#include "stillpicture.h"
#include "viewport.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace app::graph {

class Minimap;

// Shows one scene, live, fitted into the widget; lets a person point at, walk over, choose and place its
// nodes, come nearer and go away, and attend to one node's neighbourhood. The moving requests are drawn over
// a still picture, only where they are, and only while somebody can see them. A screen reader is told its
// nodes by GraphAccessible. GUI thread.
class GraphView : public QWidget
{
    Q_OBJECT
public:
    explicit GraphView(QWidget *parent = nullptr);

    // At once; what was seen is forgotten.
    void setScene(GraphScene scene);
    // The same things, elsewhere: they travel there if the theme moves anything, and what is seen stays.
    void changeScene(GraphScene scene);
    const GraphScene &scene() const { return m_scene; }
    void setShown(const Shown &shown);
    void setVitality(const Vitality &vitality);
    const Vitality &vitality() const { return m_vitality; }
    void setTheme(const style::Theme &theme);
    void setSelected(const std::optional<Target> &target);
    const std::optional<Target> &selected() const { return m_attention.selected; }
    // Marks what would suffer.
    void setThreatened(const Threats &threats);
    const Threats &threatened() const { return m_attention.threats; }
    // Marks what somebody looks for.
    void setFound(const std::vector<Target> &targets);
    const std::vector<Target> &found() const { return m_attention.found; }
    void setPinned(const QSet<NodeId> &nodes);
    // Whose neighbourhood is seen, the rest faded; nothing: everything.
    void focusOn(const std::optional<NodeId> &node);
    const std::optional<NodeId> &focused() const { return m_focused; }
    // Requests measured within the last period.
    void addTraffic(const std::vector<RequestDots::Traffic> &traffic, RequestDots::Moment period);
    // Moves the requests to where they are now; comes by itself thirty times a second.
    void advance();
    // How many requests are on their way.
    size_t dots() const { return m_dots.count(); }

    void zoomBy(double factor); // around the middle
    void goHome();
    void reveal(const Target &target);
    void reveal(const QRectF &box); // of the layout; as little as needed is moved
    void moveBy(QPointF distance);
    // In the middle of the place.
    void showPoint(QPointF point);
    const Viewport &viewport() const { return m_viewport; }
    // How large small pictures become.
    void setLargestScale(double scale);

    // As if it were clicked, or its menu asked for.
    void choose(const Target &target);
    void askForVerbs(const Target &target);
    // "Catalogue, Microservices, 1 of 1 instances up".
    QString nameOf(const Target &target) const;
    // What is live about it, in words: "58 /s · 4 ms", "crashed 8 s".
    QString stateOf(const Target &target) const;
    // What is predicted of it while somebody thinks of a fault: "would be down".
    QString foreseenOf(const Target &target) const;
    // What stands in the picture and is seen, but for one of them and what is in it: where on the screen, and
    // where in it its title is.
    struct Standing
    {
        QRect box;
        QRect title;
    };
    std::vector<Standing> standingBeside(const Target &target) const;
    // Where that is on the screen, or would be if the view were larger.
    QRect onScreen(const Target &target) const;
    // From the layout's pixels to the widget's.
    QTransform transform() const { return m_viewport.transform(); }
    const StillPicture &stillPicture() const { return m_still; }
    QSize sizeHint() const override { return {480, 420}; }
    QSize minimumSizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    void chosen(const app::graph::Target &target);
    void chosenNothing();
    void verbsWanted(const app::graph::Target &target, const QPoint &globalPosition);
    // The mouse rests on something, whose box on the screen this is; nothing: it has gone.
    void pointedAt(const std::optional<app::graph::Target> &target, const QRect &globalBox);
    void resized();
    void viewChanged(); // another part of the picture is seen
    // A person has put the middle of the node there, in the layout's pixels: with the mouse, or step by step
    // with the keyboard.
    void placed(const app::graph::NodeId &node, QPointF centre, bool isStep);
    void pinWanted(const app::graph::NodeId &node); // or no longer
    void focusChanged(const std::optional<app::graph::NodeId> &node);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Drag
    {
        QPointF pressed; // where, in the widget
        QPointF last; // where the mouse was when it last moved
        std::optional<NodeId> node; // nothing: the picture is moved
        bool isMoving = false; // far enough from where it was pressed
        QPointF grip = {}; // from the node's middle
    };

    std::optional<Target> targetAt(QPointF position) const;
    QPointF toPicture(QPointF position) const;
    bool walkByKey(int key);
    bool zoomByKey(int key);
    bool placeByKey(const QKeyEvent &event);
    void walk(QPointF direction);
    // To the next or the previous line of the selected node.
    void walkLines(int step);
    void actOnSelected();
    void leaveSelection();
    void hover(const std::optional<Target> &target);
    void drag(QPointF position);
    void dragNode(QPointF position);
    void zoomAt(double factor, QPointF position);
    void take(GraphScene scene);
    void setDotPaths(bool areSameLines);
    void travel();
    void redraw();
    // Only where these are.
    void redraw(const std::vector<std::optional<Target>> &targets);
    void redraw(const std::vector<QRectF> &boxes);
    void lookElsewhere(); // after the viewport has changed
    RequestDots::Moment now() const;
    QString toolTipOf(const Target &target) const;

    GraphScene m_scene;
    SceneTransition m_transition;
    Vitality m_vitality;
    Attention m_attention;
    std::optional<NodeId> m_focused;
    style::Theme m_theme = style::Theme::light();
    Viewport m_viewport;
    QTransform m_seenBefore;
    StillPicture m_still;
    DotSprites m_sprites;
    RequestDots m_dots;
    std::vector<RequestDots::Placed> m_placed; // the dots of this frame
    QRegion m_dotted; // where they are
    std::optional<Drag> m_drag;
    bool m_showsFocus = false; // came by the keyboard
    NodeId m_walked; // whose lines the keyboard steps through
    QElapsedTimer m_clock;
    QTimer m_frames;
    QTimer m_pointing; // until the mouse is taken to rest
    Minimap *m_map;
};

} // namespace app::graph
