// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifysession.h"

#include "verifytable.h"

#include <services/verification/blastpredictor.h>

#include <QCoreApplication>

namespace services::lab {

using namespace Qt::StringLiterals;
using verification::Findings;
using verification::Lane;
using verification::Sweep;
using verification::TrialOutcome;

namespace {

constexpr std::size_t trialsInHaste = 4; // on one fleet, so that each shape has its turns

Sweep::Options optionsFor(const VerifyOrder &order, Lane::Options lane)
{
    Sweep::Options options;
    options.lane = std::move(lane);
    options.lane.seed = order.seed;
    options.lanes = order.lanes;
    options.budget = order.budget;
    if (options.budget)
        options.trialsAtOnce = trialsInHaste;
    return options;
}

} // namespace

VerifySession::VerifySession(VerifyOrder order, Lane::Options lane)
    : m_atLeast(order.atLeast)
    , m_predictor(verification::blastPredictor())
    , m_sweep(std::move(order.series), {m_scope, m_timers, m_predictor}, optionsFor(order, std::move(lane)))
{
    m_planned = m_sweep.planned();
    connect(&m_sweep, &Sweep::played, this, &VerifySession::tell);
    connect(&m_sweep, &Sweep::troubled, this, [](const model::result::Error &error) { say(error); });
}

VerifySession::~VerifySession()
{
    m_scope.cancel();
}

void VerifySession::begin()
{
    say(u"%1 trials to do"_s.arg(m_planned));
    m_scope.spawn(run());
}

QCoro::Task<> VerifySession::run()
{
    const auto findings = co_await m_sweep.run();
    if (findings) {
        m_findings = *findings;
        m_exitCode = judged();
    } else if (m_exitCode != ExitCode::Interrupted) {
        say(findings.error());
    }
    QCoreApplication::quit();
}

ExitCode VerifySession::judged() const
{
    const bool isWell = m_findings->compared() > 0 && m_findings->agreement() >= m_atLeast;
    return isWell ? ExitCode::Well : ExitCode::NotAsExpected;
}

void VerifySession::tell(const TrialOutcome &outcome)
{
    ++m_played;
    say(u"%1 of %2: %3"_s.arg(m_played).arg(m_planned).arg(trialWords(outcome)));
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
