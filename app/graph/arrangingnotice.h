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
// it; then it says how to go on. Hidden while there is nothing to say. GUI thread.
class ArrangingNotice : public QWidget
{
    Q_OBJECT
public:
    explicit ArrangingNotice(int boxes, QWidget *parent = nullptr);

    void wait();
    void stop();

Q_SIGNALS:
    void cancelled();
    void wantedAgain();

private:
    void say(const QString &words, bool isWaiting);

    int m_boxes;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_button;
    QTimer m_patience;
    bool m_isWaiting = false;
};

} // namespace app::graph
