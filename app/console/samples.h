// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace app::console {

// A believable value for a path parameter and a body for an operation of the shop, to start from; empty where
// we know none.
QString sampleParameter(const QString &operation, const QString &name);
QString sampleQuery(const QString &operation);
QString sampleBody(const QString &operation);

} // namespace app::console
