// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timers.h"

#include <QAbstractEventDispatcher>

#include <vector>

namespace services::waiting {

// The timers which Qt's objects have started (QTimer, QObject::startTimer) in one thread; a handful, since
// services wait with Timers. All are exact to a millisecond, whatever their type. Owned by the dispatcher.
class ObjectTimers
{
public:
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object);
    bool remove(int id);
    bool removeAllOf(const QObject *object);
    QList<QAbstractEventDispatcher::TimerInfo> of(const QObject *object) const;
    // Until it is due; -1: unknown.
    int remaining(int id) const;

    // Milliseconds until the next is due; -1: there is none.
    int untilNext() const;
    // Tells the objects whose timers are due, each once. False: there were none.
    bool run();

private:
    struct Entry
    {
        int id;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        QObject *object;
        Instant due;
        bool running; // its object is being told, maybe in a nested event loop
    };
    using Entries = std::vector<Entry>;

    Entries::iterator find(int id);
    void runOne(int id, Instant moment);

    Entries m_entries;
};

} // namespace services::waiting
