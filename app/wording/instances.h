// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>

#include <QString>

namespace app::wording {

// An instance by its unit's title and its number, "Catalogue 2" for catalogue-2; of a unit that the shape
// does not have, by its id.
QString nameOf(const model::system::InstanceId &instance, const model::packaging::Packaging &packaging);

} // namespace app::wording
