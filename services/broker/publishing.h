// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"

#include <services/waiting/waitscope.h>

#include <QCoroTask>

namespace services::broker {

// The broker as coroutines use it, in the thread of their scope: returns when the broker has confirmed, with
// its error, or with Cancelled when the scope ends first (the events may have been stored even so).
QCoro::Task<Result<void>> publishTo(Broker &broker, waiting::WaitScope &scope, std::vector<Event> events);
QCoro::Task<Result<void>>
declareOn(Broker &broker, waiting::WaitScope &scope, std::vector<TopicBinding> topology);

} // namespace services::broker
