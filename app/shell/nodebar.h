// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "barplace.h"

#include <QAction>
#include <QFrame>
#include <QTimer>

#include <vector>

class QHBoxLayout;

namespace app::shell {

// The verbs of a node, on the node, while the mouse rests on it. The keyboard has the same in the node's menu
// and in the palette. Belongs to the window. GUI thread.
class NodeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NodeBar(QWidget &window);

    // Around that box of the screen, where the least of that is covered; null: a line between.
    void offer(const std::vector<QAction *> &acts, const BarSurroundings &around);
    // The node it is about is in that box of the screen.
    bool isOn(const QRect &globalBox) const;
    // The mouse has left the node: goes, unless the mouse has come here or back to the node meanwhile.
    void leave();

Q_SIGNALS:
    void left(); // nothing is pointed at any more
    void moreWanted(const QPoint &globalPosition); // all that can be done

protected:
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void clear();
    void fill(const std::vector<QAction *> &acts);
    bool isBusy() const; // the mouse is on it, on its node, or in a menu of it

    QWidget &m_window;
    QHBoxLayout *m_row;
    QRect m_node; // in the window
    QTimer m_leaving;
};

} // namespace app::shell
