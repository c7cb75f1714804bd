// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifysession.h"

#include "verifytable.h"

#include <services/verification/blastpredictor.h>
#include <services/waiting/post.h>

#include <QCoreApplication>

namespace services::lab {

using namespace Qt::StringLiterals;
using verification::Findings;
using verification::FleetLane;
using verification::Sweep;
using verification::TrialOutcome;

namespace {

constexpr std::size_t trialsInHaste = 4; // on one fleet, so that each shape has its turns

Sweep::Options optionsFor(const VerifyOrder &order)
{
    Sweep::Options options;
    options.lanes = order.lanes;
    options.budget = order.budget;
    if (options.budget)
        options.trialsAtOnce = trialsInHaste;
    return options;
}

// Each lane draws other customers.
verification::LaneMaker
makeLanes(FleetLane::Surroundings surroundings, FleetLane::Options options, quint64 seed)
{
    return [surroundings, options, seed](int number) {
        auto own = options;
        own.seed = seed + static_cast<quint64>(number) * 1000;
        return std::make_unique<FleetLane>(surroundings, std::move(own));
    };
}

} // namespace

VerifySession::VerifySession(VerifyOrder order, FleetLane::Options lane)
    : m_requirement{order.atLeast, order.budget.has_value()}
    , m_predictor(verification::blastPredictor())
    , m_sweep(std::move(order.series),
              {m_scope, m_timers, makeLanes({m_scope, m_timers, m_predictor}, std::move(lane), order.seed)},
              optionsFor(order))
{
    m_planned = m_sweep.planned();
    connect(&m_sweep, &Sweep::played, this, &VerifySession::tell);
    connect(&m_sweep, &Sweep::doubted, this, &VerifySession::tellDoubt);
    connect(&m_sweep, &Sweep::troubled, this, [](const model::result::Error &error) { say(error); });
    connect(&m_sweep, &Sweep::slowedDown, this, [](int lanes) {
        say(u"The machine does not keep up with so many fleets at once: %1 go on"_s.arg(lanes));
    });
    connect(&m_sweep, &Sweep::spedUp, this,
            [](int lanes) { say(u"The machine keeps up: %1 fleets at once again"_s.arg(lanes)); });
}

VerifySession::~VerifySession()
{
    m_scope.cancel();
}

void VerifySession::begin()
{
    say(u"%1 trials to do"_s.arg(m_planned));
    waiting::post(this, [this] { m_scope.spawn(run()); }); // there may be nothing to do at all
}

QCoro::Task<> VerifySession::run()
{
    const auto findings = co_await m_sweep.run();
    if (findings) {
        m_findings = *findings;
        const bool isWell = verification::shortcomings(*findings, m_requirement).isEmpty();
        m_exitCode = isWell ? ExitCode::Well : ExitCode::NotAsExpected;
    } else if (m_exitCode != ExitCode::Interrupted) {
        say(findings.error());
    } else if (m_played > 0) {
        m_findings = m_sweep.findings(); // what there is of them is not lost
    }
    QCoreApplication::quit();
}

void VerifySession::tell(const TrialOutcome &outcome)
{
    ++m_played;
    say(u"%1 of %2: %3"_s.arg(m_played).arg(m_planned).arg(trialWords(outcome)));
    for (const auto &line : disagreementWords(outcome))
        say(u"    "_s + line);
}

void VerifySession::tellDoubt(const TrialOutcome &outcome)
{
    say(u"To be tried again alone: %1"_s.arg(trialWords(outcome)));
    for (const auto &line : disagreementWords(outcome))
        say(u"    "_s + line);
}

void VerifySession::interrupt()
{
    say(u"Interrupted"_s);
    m_exitCode = ExitCode::Interrupted;
    m_scope.cancel();
}

} // namespace services::lab
