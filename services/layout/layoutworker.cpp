// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layoutworker.h"

#include <services/waiting/post.h>

#include <QPointer>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace services::layout {

namespace {

constexpr auto closingTakes = std::chrono::milliseconds(500);

} // namespace

struct LayoutWorker::Job
{
    LayoutRequest request;
    Latest latest;
    quint64 number;
    QPointer<QObject> context; // looked at in the owner's thread only
    Done done;

    bool isStale() const { return *latest != number; }
};

// What the worker shares with its thread, which may be left behind.
class LayoutWorker::Workshop
{
public:
    // The desk lives in the owner's thread: results are posted to it.
    Workshop(std::unique_ptr<Layouter> layouter, QObject *desk)
        : m_desk(desk)
        , m_layouter(std::move(layouter))
    {
    }

    void add(std::shared_ptr<const Job> job);
    // The thread's life.
    void work();
    // Drops what waits; nothing is posted to the desk from now on. Whether the thread ends within this time.
    bool close(std::chrono::milliseconds within);

private:
    std::shared_ptr<const Job> next();
    void answer(std::shared_ptr<const Job> job, Result<Layout> layout);

    std::mutex m_mutex; // of all but the layouter
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<const Job>> m_jobs;
    QObject *m_desk; // null: closed
    bool m_hasEnded = false;
    std::unique_ptr<Layouter> m_layouter; // used in the thread only
};

void LayoutWorker::Workshop::add(std::shared_ptr<const Job> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

void LayoutWorker::Workshop::work()
{
    while (auto job = next()) {
        if (!job->isStale()) {
            auto layout = m_layouter->layOut(job->request);
            answer(std::move(job), std::move(layout));
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
    }
    m_changed.notify_all();
}

std::shared_ptr<const LayoutWorker::Job> LayoutWorker::Workshop::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_desk == nullptr || !m_jobs.empty(); });
    if (m_desk == nullptr)
        return nullptr;
    auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void LayoutWorker::Workshop::answer(std::shared_ptr<const Job> job, Result<Layout> layout)
{
    const std::lock_guard lock(m_mutex);
    if (m_desk == nullptr)
        return;
    waiting::post(m_desk, [job = std::move(job), layout = std::move(layout)]() mutable {
        if (!job->isStale() && job->context)
            job->done(std::move(layout));
    });
}

bool LayoutWorker::Workshop::close(std::chrono::milliseconds within)
{
    std::unique_lock lock(m_mutex);
    m_desk = nullptr;
    m_jobs.clear();
    m_changed.notify_all();
    return m_changed.wait_for(lock, within, [this] { return m_hasEnded; });
}

LayoutWorker::LayoutWorker(std::unique_ptr<Layouter> layouter)
    : m_workshop(std::make_shared<Workshop>(std::move(layouter), &m_desk))
    , m_thread([workshop = m_workshop] { workshop->work(); })
{
}

LayoutWorker::~LayoutWorker()
{
    if (m_workshop->close(closingTakes))
        m_thread.join();
    else
        m_thread.detach();
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
    m_workshop->add(
        std::make_shared<const Job>(Job{std::move(request), latest, number, context, std::move(done)}));
}

void LayoutWorker::cancel(const QString &place)
{
    ++*latestOf(place);
}

} // namespace services::layout
