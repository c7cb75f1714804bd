// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trial.h"

#include <model/operation/faulttext.h>

#include <QStringList>

namespace services::verification {

QString textOf(const std::vector<model::operation::Fault> &faults)
{
    QStringList texts;
    for (const auto &fault : faults)
        texts.append(model::operation::textOf(fault));
    return texts.join(u'+');
}

} // namespace services::verification
