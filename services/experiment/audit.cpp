// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"

namespace services::experiment {

using namespace Qt::StringLiterals;

QMap<QString, int> Audit::damages() const
{
    QMap<QString, int> times;
    for (const auto &finding : wrong)
        ++times[finding.damage];
    return times;
}

QStringList Audit::complaints() const
{
    QStringList sentences;
    for (const auto &finding : wrong)
        sentences.append(u"%1: %2"_s.arg(finding.fleet, finding.sentence));
    return sentences + unread;
}

} // namespace services::experiment
