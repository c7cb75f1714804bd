// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace app::graph {

// Says that a picture is being arranged, when that takes so long that somebody wonders, and lets them stop
// it; then it says how to go on. Lies over the upper edge of the picture, from which it takes no room: it is
// arranged for the room that it has. Hidden while there is nothing to say, or no picture to be seen. GUI
// thread.
class ArrangingNotice : public QWidget
{
    Q_OBJECT
public:
    // The picture is somewhere in the parent.
    ArrangingNotice(int boxes, QWidget &picture, QWidget &parent);

    void wait();
    void stop();
    // Somebody has stopped it, and wants no picture for the time being.
    bool isStopped() const { return m_speaks && !m_isWaiting; }

Q_SIGNALS:
    void cancelled();
    void wantedAgain();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lieDown();
    void say(const QString &words, bool isWaiting);

    int m_boxes;
    const QWidget &m_picture;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_button;
    QTimer m_patience;
    bool m_isWaiting = false;
    bool m_speaks = false;
};

} // namespace app::graph
