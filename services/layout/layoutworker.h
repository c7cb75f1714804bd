// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layouter.h>

#include <QHash>
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
// made, asked and destroyed; destroying it waits for the layout at hand and drops the others.
class LayoutWorker
{
public:
    using Done = std::function<void(Result<Layout>)>;

    explicit LayoutWorker(std::unique_ptr<Layouter> layouter);
    ~LayoutWorker();
    LayoutWorker(const LayoutWorker &) = delete;
    LayoutWorker &operator=(const LayoutWorker &) = delete;

    // Lays out in the background and calls `done` with the result on the context's event loop. A newer
    // request for the same place (a pane) makes an older one stale: that is skipped, or its result dropped,
    // without a call.
    void request(const QString &place, LayoutRequest request, QObject *context, Done done);

private:
    using Latest = std::shared_ptr<std::atomic<quint64>>; // number of the newest request for a place
    Latest latestOf(const QString &place);

    QHash<QString, Latest> m_latest;
    std::shared_ptr<std::atomic<bool>> m_stopping;
    std::unique_ptr<Layouter> m_layouter;
    QThread m_thread;
    std::unique_ptr<QObject> m_bench; // lives in the thread: what is posted to it runs there
};

} // namespace services::layout
