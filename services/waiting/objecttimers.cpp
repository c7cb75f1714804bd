// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "objecttimers.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace services::waiting {

namespace {

Instant now()
{
    return std::chrono::steady_clock::now();
}

// Rounded up, so that whoever waits for so long does not wake too early.
int millisecondsUntil(Instant due)
{
    return static_cast<int>(
        std::max<qint64>(std::chrono::ceil<std::chrono::milliseconds>(due - now()).count(), 0));
}

} // namespace

void ObjectTimers::add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object)
{
    m_entries.push_back({id, interval, type, object, now() + interval, false});
}

ObjectTimers::Entries::iterator ObjectTimers::find(int id)
{
    return std::ranges::find(m_entries, id, &Entry::id);
}

bool ObjectTimers::remove(int id)
{
    return std::erase_if(m_entries, [id](const Entry &entry) { return entry.id == id; }) > 0;
}

bool ObjectTimers::removeAllOf(const QObject *object)
{
    return std::erase_if(m_entries, [object](const Entry &entry) { return entry.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> ObjectTimers::of(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> timers;
    for (const Entry &entry : m_entries) {
        if (entry.object == object)
            timers.append({entry.id, static_cast<int>(entry.interval.count()), entry.type});
    }
    return timers;
}

int ObjectTimers::remaining(int id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? -1 : millisecondsUntil(found->due);
}

int ObjectTimers::untilNext() const
{
    Instant next = Instant::max();
    for (const Entry &entry : m_entries)
        next = entry.running ? next : std::min(next, entry.due);
    return next == Instant::max() ? -1 : millisecondsUntil(next);
}

bool ObjectTimers::run()
{
    if (m_entries.empty())
        return false;
    const auto moment = now();
    std::vector<Entry> due;
    std::ranges::copy_if(m_entries, std::back_inserter(due),
                         [moment](const Entry &entry) { return entry.due <= moment && !entry.running; });
    std::ranges::stable_sort(due, {}, &Entry::due);
    for (const Entry &entry : due)
        runOne(entry.id, moment);
    return !due.empty();
}

// Telling one object may remove any timer.
void ObjectTimers::runOne(int id, Instant moment)
{
    const auto entry = find(id);
    if (entry == m_entries.end() || entry->running || entry->due > moment)
        return;
    entry->due = std::max(entry->due + entry->interval, moment); // what was missed is not made up for
    entry->running = true;
    QTimerEvent event(id);
    QCoreApplication::sendEvent(entry->object, &event);
    if (const auto told = find(id); told != m_entries.end())
        told->running = false;
}

} // namespace services::waiting
