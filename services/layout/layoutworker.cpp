// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layoutworker.h"

#include <services/waiting/post.h>

namespace services::layout {

struct LayoutWorker::Job
{
    LayoutRequest request;
    Latest latest;
    quint64 number;
    QPointer<QObject> context; // looked at in the owner's thread only
    Done done;

    bool isStale() const { return *latest != number; }
};

LayoutWorker::LayoutWorker(std::unique_ptr<Layouter> layouter)
    : m_layouter(std::move(layouter))
    , m_bench(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("layout"));
    m_bench->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority); // whatever the user does meanwhile comes first
}

LayoutWorker::~LayoutWorker()
{
    m_stopping = true;
    m_thread.quit();
    m_thread.wait();
}

LayoutWorker::Latest LayoutWorker::latestOf(const QString &place)
{
    auto &latest = m_latest[place];
    if (!latest)
        latest = std::make_shared<std::atomic<quint64>>(0);
    return latest;
}

void LayoutWorker::request(const QString &place, LayoutRequest request, QObject *context, Done done)
{
    const Latest latest = latestOf(place);
    const quint64 number = ++*latest;
    auto job = std::make_shared<const Job>(Job{std::move(request), latest, number, context, std::move(done)});
    waiting::post(m_bench.get(), [this, job = std::move(job)] { run(job); });
}

void LayoutWorker::run(std::shared_ptr<const Job> job)
{
    if (m_stopping || job->isStale())
        return;
    auto layout = m_layouter->layOut(job->request);
    waiting::post(&m_desk, [job = std::move(job), layout = std::move(layout)]() mutable {
        if (!job->isStale() && job->context)
            job->done(std::move(layout));
    });
}

} // namespace services::layout
