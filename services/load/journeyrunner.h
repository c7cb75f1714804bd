// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "door.h"
#include "journeyresult.h"
#include "visit.h"

#include <model/system/system.h>
#include <model/telemetry/span.h>
#include <services/telemetry/idgenerator.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <functional>

namespace services::load {

// What became of a journey's steps.
struct Walk
{
    Outcome outcome = Outcome::Ok;
    std::optional<model::result::Kind> failure;
    QString message;
    Variables variables; // with what the steps captured
    model::telemetry::TraceId trace{};
    std::vector<model::telemetry::Span> spans{}; // the customer's side of it, the attempt first
    bool late = false; // what a step waited for came after its declared time, or never
    int repeats = 0; // of steps that had failed
    bool sessionRefused = false; // some step was answered 401
};

// Plays the steps of a journey, one request after another, as a customer's browser would. A step fails when
// it is answered with another status than expected, when what it captures is missing, or when nobody answers
// within the patience. A step with `until` asks again while the shop has no such thing yet or has a problem,
// is late after its declared time, and lost after the longer one; a shop that cannot be reached at all fails
// it at once. Thread-bound; outlives its walks, since the scope is cancelled first.
class JourneyRunner
{
public:
    struct Options
    {
        std::chrono::milliseconds patience{5000}; // how long a customer waits for one answer
        std::chrono::milliseconds pollEvery{200}; // by whoever waits for something to come
        std::chrono::milliseconds pollWhenLate{1500}; // and has waited too long already
        quint64 seed = 1; // of the traces' ids
    };
    struct Surroundings
    {
        Door &door;
        waiting::WaitScope &scope;
        waiting::Timers &timers;
    };

    JourneyRunner(const model::system::System &system, Surroundings surroundings, Options options);

    // The longest that any of the system's journeys can take when nobody answers.
    static std::chrono::milliseconds longest(const model::system::System &system, const Options &options);

    // Impatient customers press the button again, at once and so many times at most, when a step fails.
    // `cause`: the word of the injected fault that makes them impatient.
    void setRepeats(int repeats, QByteArray cause)
    {
        m_repeats = repeats;
        m_repeatsCause = std::move(cause);
    }

    // `late` is called once if the walk is already degraded by lateness while it goes on.
    QCoro::Task<Walk> walk(const model::system::Journey *journey, Visit visit, std::function<void()> late);

private:
    struct Progress;
    QCoro::Task<bool> play(const model::system::Step *step, Progress *progress);
    QCoro::Task<bool> playUntil(const model::system::Step *step, Progress *progress);
    QCoro::Task<Answer> ask(Progress *progress, contract::Request request, QByteArray causes);
    model::result::Result<contract::Request> requestOf(const model::system::Step &step,
                                                       Progress &progress) const;
    bool isWorthRepeating(const model::system::Step &step, const Answer &answer, int repeats) const;
    bool accept(const model::system::Step &step, const Answer &answer, Progress &progress) const;

    const model::system::System &m_system;
    Surroundings m_around;
    Options m_options;
    telemetry::IdGenerator m_ids;
    int m_repeats = 0;
    QByteArray m_repeatsCause;
};

} // namespace services::load
