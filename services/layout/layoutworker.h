// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layouter.h>
#include <model/result/result.h>

#include <QHash>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace services::layout {

using model::layout::Layout;
using model::layout::Layouter;
using model::layout::LayoutRequest;
using model::result::Result;

// The one thread in which layouts are made. Belongs to whoever composes the program, in whose thread it is
// made, asked and destroyed and in which its answers arrive. Destroying it drops what waits, and leaves the
// thread behind to its end when the layout at hand takes longer than half a second: Graphviz cannot be
// interrupted, and nobody waits for it to close a window. Nothing is answered after it or the asking context
// has gone.
class LayoutWorker
{
public:
    using Done = std::function<void(Result<Layout>)>;

    explicit LayoutWorker(std::unique_ptr<Layouter> layouter);
    ~LayoutWorker();
    LayoutWorker(const LayoutWorker &) = delete;
    LayoutWorker &operator=(const LayoutWorker &) = delete;

    // Lays out in the background and calls `done` from the event loop with the result. A newer request for
    // the same place (a pane) makes an older one stale: it is skipped, or its result dropped, and its `done`
    // is not called. The context lives in this thread.
    void request(const QString &place, LayoutRequest request, QObject *context, Done done);
    // Nobody waits for the place's picture any more: as if a newer one had been asked for.
    void cancel(const QString &place);

private:
    struct Job;
    class Workshop;
    using Latest = std::shared_ptr<std::atomic<quint64>>; // number of the newest request for a place

    Latest latestOf(const QString &place);

    QHash<QString, Latest> m_latest;
    QObject m_desk; // lives in our thread: results are posted to it
    std::shared_ptr<Workshop> m_workshop;
    std::thread m_thread;
};

} // namespace services::layout
