// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/verification/shortcomings.h>

#include <QStringList>

namespace services::lab {

// "crash:catalogue as microservices, policies none: 10 of 10 journeys agree after 6.1 s".
QString trialWords(const verification::TrialOutcome &outcome);
// One line for each journey that does not agree, with both reasons.
QStringList disagreementWords(const verification::TrialOutcome &outcome);

// For people: how often what was predicted turned out how, what was covered, each disagreement, and whether
// that is enough.
QString verifyTable(const verification::Findings &findings, const verification::Requirement &requirement);

} // namespace services::lab
