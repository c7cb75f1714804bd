// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/contract.h>
#include <services/platform/endpointcall.h>

#include <QString>

namespace app::console {

// "✓ 200 · 3.1 ms measured · from Catalogue 1"; `packaging` is the shape which was asked.
QString statusWords(const services::platform::EndpointAnswer &answer,
                    const model::packaging::Packaging &packaging);
// The body, JSON in lines, cut off when it is very long; then the headers.
QString answerWords(const services::platform::EndpointAnswer &answer);

// Whether a success is as its contract says: a line in all, and one for each deviation. Empty: nothing was
// promised of it.
QString deviationWords(const services::platform::EndpointAnswer &answer,
                       const model::system::Contract *contract);

} // namespace app::console
