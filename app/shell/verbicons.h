// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/icon.h>
#include <model/operation/fault.h>

#include <optional>

class QAction;

namespace app::shell {

// Nothing: there is none for it.
std::optional<style::Icon> iconOf(model::operation::FaultKind kind);
// For the bar on the node; in menus, words are enough.
void setBarIcon(QAction &action, const std::optional<style::Icon> &icon);

} // namespace app::shell
