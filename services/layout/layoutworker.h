// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layouter.h>
#include <model/result/result.h>

#include <QHash>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace services::layout {

using model::layout::Layout;
using model::layout::Layouter;
using model::layout::LayoutRequest;
using model::result::Result;

// The one thread in which layouts are made. Belongs to whoever composes the program, in whose thread it is
// made, asked and destroyed and in which its answers arrive; destroying it waits for the layout at hand and
// drops the others. Nothing is answered after it or the asking context has gone.
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

private:
    struct Job;
    using Latest = std::shared_ptr<std::atomic<quint64>>; // number of the newest request for a place

    Latest latestOf(const QString &place);
    void run(std::shared_ptr<const Job> job);

    QHash<QString, Latest> m_latest;
    std::atomic<bool> m_stopping = false;
    std::unique_ptr<Layouter> m_layouter; // used in the worker's thread only
    QObject m_desk; // lives in our thread: results are posted to it
    QThread m_thread;
    std::unique_ptr<QObject> m_bench; // lives in the worker's thread: jobs are posted to it
};

} // namespace services::layout
