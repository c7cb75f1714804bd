// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract.h"

#include <QJsonObject>

namespace model::system {

// As readContract reads it; members which say nothing are left out.
QJsonObject objectOf(const Contract &contract);

} // namespace model::system
