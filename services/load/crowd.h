// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arrivals.h"
#include "journeymix.h"
#include "journeyrunner.h"
#include "shopperpool.h"
#include "tracechoice.h"

#include <map>

namespace services::load {

// The shoppers of one fleet: lets them arrive, gives each a journey and somebody to be, and collects what
// became of it. Arrivals do not wait for answers; when too many attempts are under way, further ones are
// dropped and counted as failed. Thread-bound; everything runs on the timers. Cancel the scope before
// destroying it.
class Crowd
{
public:
    struct Options
    {
        Population population;
        quint64 seed = 1;
        double tracesPerSecond = 0.5; // of each journey, evenly; what fails is told besides
        int mostUnderWay = 512;
        std::chrono::milliseconds lateAfter{100}; // of an arrival; counted, nothing else
        int loginsAtOnce = 4; // while customers are logged in who are to shop
        JourneyRunner::Options runner;
    };

    // The system outlives the crowd.
    Crowd(const model::system::System &system, JourneyRunner::Surroundings surroundings, Options options);
    ~Crowd();

    // Logs customers in, and keeps as many logged in from then on. These requests are no attempts at
    // journeys.
    void open();
    // Enough customers are logged in for the shopping to begin.
    bool isReady() const;
    void setShoppersPerSecond(double rate);
    // Who comes besides, for an injected fault: `cause` is its word.
    void setRush(double perSecond, QByteArray cause);
    // Of a step that fails, at once; 0: customers are patient. `cause` as above.
    void setRepeats(int repeats, QByteArray cause) { m_runner.setRepeats(repeats, std::move(cause)); }
    // Nobody waits any longer: the attempts under way have failed.
    void endAttempts();
    // What has happened since the last time.
    LoadBatch drain();

private:
    void arriveUntilNow();
    void waitForNext();
    void launch(Instant intended, const QByteArray &cause);
    QCoro::Task<> attempt(const model::system::Journey *journey, Visit visit, quint64 number);
    void becomeLate(quint64 number);
    void tell(const JourneyResult &result, std::vector<model::telemetry::Span> spans);
    QCoro::Task<> keepLoggedIn();
    int wantedLogins() const;

    const model::system::System &m_system;
    JourneyRunner::Surroundings m_around;
    Options m_options;
    const model::system::Journey *m_logIn = nullptr; // null: the system knows no sessions
    ShopperPool m_pool;
    JourneyMix m_mix;
    Arrivals m_arrivals;
    Arrivals m_rush;
    QByteArray m_rushCause;
    JourneyRunner m_runner;
    TraceChoice m_traced;
    LoadBatch m_batch;
    quint64 m_attempts = 0;
    std::map<quint64, JourneyResult> m_underWay; // attempts, by number
    int m_walks = 0; // attempts under way, and those that were ended but not told yet
    waiting::Timers::Ticket m_next = waiting::Timers::Ticket::None;
};

} // namespace services::load
