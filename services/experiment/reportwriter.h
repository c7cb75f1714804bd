// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runresult.h"

#include <model/result/result.h>

namespace services::experiment {

// A run as one HTML page that needs nothing else: journeys, timeline, expectations; light and dark as the
// reader's system is. Every figure in it is measured. Stateless; any thread.
class ReportWriter
{
public:
    static QByteArray html(const RunResult &result, const model::system::System &system);
    // Atomically: the old file stays when the new one cannot be written. Blocks.
    static model::result::Result<void> write(const QString &path, const QByteArray &html);
};

} // namespace services::experiment
