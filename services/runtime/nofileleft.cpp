// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nofileleft.h"

namespace services::runtime {

using namespace Qt::StringLiterals;

model::result::Error noFileLeft()
{
    return {model::result::Kind::Overloaded,
            u"This program may open no further file: run fewer instances, or raise the limit (ulimit -n)"_s,
            {}};
}

} // namespace services::runtime
