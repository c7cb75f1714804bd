// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QGraphicsView;

namespace app::charts {

// A graphics view takes whatever is dropped on it, and does nothing with it: a file that is meant for the
// window gets there only past a view that takes none. To be called once, when the view is built.
void leaveDropsToWindow(QGraphicsView &view);

} // namespace app::charts
