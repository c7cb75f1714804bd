// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journey.h"

namespace model::system {

using namespace Qt::StringLiterals;

QStringList shopperVariables()
{
    return {u"email"_s, u"password"_s, u"name"_s, u"product"_s, u"order"_s, u"card"_s, u"word"_s, u"key"_s};
}

} // namespace model::system
