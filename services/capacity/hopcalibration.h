// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/analysis/capacity.h>
#include <model/result/result.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

namespace services::capacity {

// What a hop costs on this machine, at this moment: measured on a real fleet of two instances which do no
// work, by asking over the network, within a unit, and over the network twice, in turns. The medians, since
// what else the machine does comes and goes. Takes about a quarter of a second, and blocks nobody; in the
// thread of the scope, which like the timers outlives it. Errors: those of starting a fleet, or of asking it.
QCoro::Task<model::result::Result<model::analysis::MachineCosts>> measureHops(waiting::WaitScope &scope,
                                                                              waiting::Timers &timers);

} // namespace services::capacity
