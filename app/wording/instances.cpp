// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instances.h"

namespace app::wording {

using namespace Qt::StringLiterals;

// The fleet numbers the instances behind their unit's id (services/runtime, Scaler).
QString nameOf(const model::system::InstanceId &instance, const model::packaging::Packaging &packaging)
{
    const qsizetype dash = instance.value.lastIndexOf(u'-');
    const auto *unit = dash < 0 ? nullptr : packaging.unit({instance.value.first(dash)});
    return unit == nullptr ? instance.value : u"%1 %2"_s.arg(unit->title, instance.value.sliced(dash + 1));
}

} // namespace app::wording
