// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QUndoStack;

namespace app::graph {
class GraphPane;
}

namespace app::shell {

// Fills the pane's menu: how near one looks, what is shown, and where things stand. What is moved can be
// undone on the stack, which outlives the pane. GUI thread.
void fillPictureMenu(graph::GraphPane &pane, QUndoStack &edits);

} // namespace app::shell
