// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/brokerurl.h>

#include <QString>

namespace services::platform {

// The broker of a URL, if this build can use it; else InvalidInput, with a sentence which says what can be
// chosen and does not repeat the URL, that may have a password.
model::result::Result<broker::BrokerUrl> brokerOf(const QString &url);

// For people: what a broker's URL may be, and which brokers this build can use.
QString brokerHelp();

} // namespace services::platform
