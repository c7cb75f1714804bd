// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace app::shell {

// Says again and again, calmly, when it is time to read something that takes a while: one reading at a time,
// and the longer a reading takes, the rarer they are. GUI thread.
class Round : public QObject
{
    Q_OBJECT
public:
    // At least `pause` between two readings, and so long that they take `share` of a processor at most, but
    // for one a minute.
    Round(std::chrono::milliseconds pause, double share, QObject *parent = nullptr);

    // Whether anybody looks; from no to yes: at once.
    void setWanted(bool wanted);
    // While it is, nobody could see what is read, whatever is wanted.
    void setPaused(bool paused);
    void hurry(); // the next reading at once, or when the one at hand is done
    void answered(std::chrono::nanoseconds took); // or failed

Q_SIGNALS:
    void due();

private:
    void ask();
    void change(bool wanted, bool paused);
    bool isDesired() const { return m_isWanted && !m_isPaused; }

    std::chrono::milliseconds m_pause;
    double m_share;
    QTimer m_timer;
    bool m_isWanted = false;
    bool m_isPaused = false;
    bool m_isAsked = false; // and not answered yet
    bool m_isHurried = false;
};

} // namespace app::shell
