// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drops.h"

#include <QGraphicsView>

namespace app::charts {

void leaveDropsToWindow(QGraphicsView &view)
{
    view.setAcceptDrops(false);
    view.viewport()->setAcceptDrops(false); // Qt has it take them for itself
}

} // namespace app::charts
