// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures.h"

#include <QtGlobal>

// Outside of any namespace, as the macro wants it: a static library's resources do not register themselves.
static void registerStyle()
{
    Q_INIT_RESOURCE(style);
}

namespace app::style {

void registerPictures()
{
    registerStyle();
}

} // namespace app::style
