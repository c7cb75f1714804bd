// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace app::console {

// What became of many requests, as far as they have ended. The times are measured, of those that were
// answered, whatever their status. A value.
struct SeriesFigures
{
    int sent = 0;
    int unanswered = 0; // of them, for good
    QMap<int, int> statuses; // how many of each
    std::vector<std::chrono::nanoseconds> durations; // in order of size

    int ended() const { return unanswered + static_cast<int>(durations.size()); }
    // The smallest duration that so great a share of them did not exceed (nearest rank); zero of none.
    std::chrono::nanoseconds quantile(double share) const;

    bool operator==(const SeriesFigures &) const = default;
};

// Has one request sent many times: no more at once than it may, and not more often. It asks for each by a
// signal and is told what became of it; a cancelled one asks for no more and wants to know no more. GUI
// thread.
class Series : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int count = 100;
        int atOnce = 4;
        int perSecond = 0; // at most; 0: as fast as answers come
    };
    explicit Series(Options options, QObject *parent = nullptr);

    void start();
    void cancel();
    bool isOver() const { return m_isCancelled || m_figures.ended() == m_options.count; }
    const SeriesFigures &figures() const { return m_figures; }
    const Options &options() const { return m_options; }
    std::chrono::milliseconds elapsed() const; // from the start to the last answer, or to now

    void take(int status, std::chrono::nanoseconds duration);
    void takeFailure();

Q_SIGNALS:
    void due(); // the next one
    void changed();
    void over(); // all have ended, or it was cancelled

private:
    void sendDue();
    void ended();

    Options m_options;
    SeriesFigures m_figures;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_took{0};
    QTimer m_pace;
    bool m_isCancelled = false;
    bool m_isSending = false; // an answer may come before the next one is asked for
};

} // namespace app::console
