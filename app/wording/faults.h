// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/fault.h>

#include <QString>

namespace app::wording {

// The words of faults in the person's language; the source texts are in model/operation/faulttable.h.

QString title(model::operation::FaultKind kind); // "Break off answers"
QString plainWords(model::operation::FaultKind kind); // what happens
QString lifting(model::operation::FaultKind kind); // what undoing it does
QString name(model::operation::FaultSetting setting); // "Delay"
// The title with its most telling setting: "Slow, 500 ms", "Errors".
QString shortWords(const model::operation::Fault &fault);

// The same as a badge on whom it takes: "hangs", "slow +800 ms", "cut off from Payments". `callee` is the
// title of the other end of a link.
QString badge(const model::operation::Fault &fault, const QString &callee = {});

} // namespace app::wording
