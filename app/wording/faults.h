// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/fault.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QString>

namespace app::wording {

// The words of faults in the person's language; the source texts are in model/operation/faulttable.h.

QString title(model::operation::FaultKind kind); // "Break off answers"
QString plainWords(model::operation::FaultKind kind); // what happens
QString lifting(model::operation::FaultKind kind); // what undoing it does
QString name(model::operation::FaultSetting setting); // "Delay"

// What it does to whom it takes in that shape: what takes a whole unit names the unit, what takes one module
// names the module and the unit that holds it: "Shop has crashed", "Catalogue in Shop hangs". The shape is
// said besides.
QString words(const model::operation::Fault &fault,
              const model::system::System &system,
              const model::packaging::Packaging &packaging);
// The same as a sentence of its own begins.
QString wordsAtStart(const model::operation::Fault &fault,
                     const model::system::System &system,
                     const model::packaging::Packaging &packaging);

// The title with its most telling setting: "Slow, 500 ms", "Errors".
QString shortWords(const model::operation::Fault &fault);

// The same as a badge on whom it takes: "hangs", "slow +800 ms", "cut off from Payments". `callee` is the
// title of the other end of a link.
QString badge(const model::operation::Fault &fault, const QString &callee = {});
// The same where there is little room: "slow", "cut off".
QString briefBadge(const model::operation::Fault &fault);

} // namespace app::wording
